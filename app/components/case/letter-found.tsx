import { Link } from '@remix-run/react'
import { Card } from '~/components/kit/card'
import { Facts } from '~/components/kit/facts'
import { useFormat } from '~/components/kit/format'
import { StatusTag } from '~/components/kit/status-tag'
import { useHref } from '~/components/kit/use-lang'
import type { LetterHead, LetterKind } from '~/domain/case/letter'
import { useTranslation } from '~/locales/use-translation'

interface LetterFoundProps {
  letter: {
    code: string
    kind: LetterKind
    number: string | null
    caseNumber: string
    issuedDay: string
    signer: Pick<LetterHead['signer'], 'title' | 'for'> | null
    outcome: 'approved' | 'refused' | null
    plotCodes: readonly string[]
    sha256: string
  }
}

/** What anybody may know of a genuine letter. */
export function LetterFound({ letter }: LetterFoundProps) {
  const { t } = useTranslation('interest')
  const { t: ofCase } = useTranslation('case')
  const { t: onPaper } = useTranslation('documents')
  const { day, lang } = useFormat()
  const href = useHref()
  const signedAs = ({ title, for: place }: NonNullable<typeof letter.signer>) =>
    [place && onPaper(`page.signedFor.${place.form}`, { of: place.of[lang] }), title[lang]].filter(Boolean).join(' – ')
  return (
    <Card title={ofCase(`letterKind.${letter.kind}`)} aside={<StatusTag tone="pine">{t('verify.genuine')}</StatusTag>}>
      <Facts
        items={[
          { label: t('verify.code'), value: letter.code },
          { label: t('verify.number'), value: letter.number },
          {
            label: t('verify.caseNumber'),
            value: <Link to={href(`/receipts/${letter.caseNumber}`)}>{letter.caseNumber}</Link>,
          },
          { label: t('verify.issued'), value: day(letter.issuedDay) },
          { label: t('verify.signer'), value: letter.signer && signedAs(letter.signer) },
          { label: t('verify.outcome'), value: letter.outcome && t(`outcome.${letter.outcome}`) },
          { label: t('verify.plots'), value: letter.plotCodes.join(', ') },
          { label: t('verify.sha256'), value: <code className="break-all text-sm">{letter.sha256}</code> },
        ]}
      />
      <p className="hint mt-3">{t('verify.sha256Hint')}</p>
    </Card>
  )
}
