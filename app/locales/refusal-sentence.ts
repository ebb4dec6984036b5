import type { RefusalCode } from '../domain/refusal'
import type { Lang } from '../domain/text'
import { makeI18n } from './index'

interface Refused {
  code: RefusalCode
  values?: Record<string, string | number>
}

/** The sentence of a refusal in a language, with what it names as it is; where ends are known it says between what. */
export function refusalSentence(lang: Lang): (refused: Refused) => string {
  const t = makeI18n(lang).getFixedT(lang, 'refusal')
  return ({ code, values = {} }) => {
    const isBounded = code === 'out-of-range' && values.min !== undefined && values.max !== undefined
    return t(isBounded ? 'not-between' : code, values)
  }
}
