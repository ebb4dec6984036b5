import { Link } from '@remix-run/react'
import { useFormat } from '~/components/kit/format'
import { NoticeBanner } from '~/components/kit/notice-banner'
import { useHref } from '~/components/kit/use-lang'
import type { SigningForm } from '~/domain/party/delegation'
import { useTranslation } from '~/locales/use-translation'

export interface SigningData {
  form: SigningForm
  paperNumber: string
  paperDay: string
  documentId: string
  lastDay: string
}

/** Before signing: in whose name, and by which paper. Nothing for the director. */
export function SigningNotice({ signing }: { signing: SigningData | null }) {
  const { t } = useTranslation('signing')
  const { day } = useFormat()
  if (!signing) return null
  const { form, paperNumber, paperDay, lastDay } = signing
  const values = { title: t(`as.${form}`), number: paperNumber, day: day(paperDay), until: day(lastDay) }
  return <NoticeBanner tone="amber">{t('signing', values)}</NoticeBanner>
}

/** Of a decision: in whose name it was signed, with the paper. Nothing of the director's own. */
export function SignedBy({ signing }: { signing: SigningData | null }) {
  const { t } = useTranslation('signing')
  const { day } = useFormat()
  const href = useHref()
  if (!signing) return null
  const { form, paperNumber, paperDay, documentId } = signing
  return (
    <p className="text-sm">
      <Link to={href(`/files/${documentId}`)} reloadDocument>
        {t('signed', { title: t(`as.${form}`), number: paperNumber, day: day(paperDay) })}
      </Link>
    </p>
  )
}
