import { isLang } from '~/domain/text'
import { mail } from './mail'
import type { MailData, MailKind } from './mail-data'

interface Reader {
  email: string
  fullName: string
  lang: string
}

/** One mail for each reader, in the reader's language. `path` is the page to act on, without language. */
export function mailsTo<K extends MailKind>(
  readers: readonly Reader[],
  kind: K,
  about: Omit<MailData[K], 'name' | 'link'> & { path: string; baseUrl: string },
  caseId?: string,
) {
  return readers.map((reader) => {
    const lang = isLang(reader.lang) ? reader.lang : 'vi'
    const { path, baseUrl, ...rest } = about
    // The mapped type cannot be followed through the omission of the two fields added back here.
    const data = { ...rest, name: reader.fullName, link: `${baseUrl}/${lang}${path}` } as unknown as MailData[K]
    return { kind, to: { email: reader.email, name: reader.fullName }, lang, caseId, ...mail(kind, data, lang) }
  })
}
