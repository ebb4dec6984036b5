import { Link } from '@remix-run/react'
import { EarlierVersions } from '~/components/interest/earlier-versions'
import { Card } from '~/components/kit/card'
import { useFileSize } from '~/components/kit/file-size'
import { useFormat } from '~/components/kit/format'
import { useHref } from '~/components/kit/use-lang'
import { ValidityTag } from '~/components/party/validity-tag'
import type { LetterKind } from '~/domain/case/letter'
import { useTranslation } from '~/locales/use-translation'
import { LetterNumber } from './letter-fields'

const DOCUMENT_KINDS = [
  'project_proposal',
  'legal_status',
  'financial_capacity',
  'supplement',
  'step_result',
  'letter',
] as const
type DocumentKind = (typeof DOCUMENT_KINDS)[number] | 'other'
const documentKind = (kind: string): DocumentKind => DOCUMENT_KINDS.find((one) => one === kind) ?? 'other'

interface PaperCardsProps {
  documents: readonly {
    id: string
    kind: string
    fileName: string
    sizeBytes: number
    at: string
    validUntil: string | null
    expired: boolean
    earlier: readonly { id: string; fileName: string; sizeBytes: number; at: string }[]
  }[]
  letters: readonly {
    id: string
    kind: string
    code: string
    number: string | null
    officialCode: string | null
    issuedDay: string
  }[]
}

/** The papers of a case: the letters of the office, and the documents of both sides. */
export function PaperCards({ documents, letters }: PaperCardsProps) {
  const { t } = useTranslation('case')
  const { t: ofInterest } = useTranslation('interest')
  const href = useHref()
  const size = useFileSize()
  const { day, instant } = useFormat()
  return (
    <>
      <Card title={t('my.letters')}>
        {letters.length === 0 ? <p className="text-ink-soft">{t('my.lettersNone')}</p> : null}
        <ul className="grid gap-3">
          {letters.map((letter) => (
            <li key={letter.id}>
              <a href={href(`/letters/${letter.id}`)}>{t(`letterKind.${letter.kind as LetterKind}`)}</a>
              <p className="text-sm text-ink-soft">
                <LetterNumber letter={letter} />
                {day(letter.issuedDay)} · {t('my.letterCode', { code: letter.code })} ·{' '}
                <Link to={href(`/verify/${letter.code}`)}>{t('my.verify')}</Link>
              </p>
            </li>
          ))}
        </ul>
      </Card>
      <Card title={t('my.documents')}>
        <ul className="grid gap-3">
          {documents.map((document) => (
            <li key={document.id}>
              <a href={href(`/files/${document.id}`)} className="break-words">
                {document.fileName}
              </a>
              <p className="text-sm text-ink-soft">
                {ofInterest(`documentKind.${documentKind(document.kind)}`)} · {size(document.sizeBytes)} ·{' '}
                {instant(document.at)}
                {document.validUntil ? (
                  <>
                    {' · '}
                    <ValidityTag {...document} />
                  </>
                ) : null}
              </p>
              <EarlierVersions versions={document.earlier} />
            </li>
          ))}
        </ul>
      </Card>
    </>
  )
}
