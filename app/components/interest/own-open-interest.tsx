import { Link } from '@remix-run/react'
import { NoticeBanner } from '~/components/kit/notice-banner'
import { useHref } from '~/components/kit/use-lang'
import type { DuplicateReason } from '~/domain/interest/duplicate'
import { useTranslation } from '~/locales/use-translation'

interface OwnOpenInterestProps {
  cases: readonly { number: string; projectName: string; land: string; reasons: readonly DuplicateReason[] }[]
}

/** The organisation's own open cases that resemble what is about to be sent. */
export function OwnOpenInterest({ cases }: OwnOpenInterestProps) {
  const { t } = useTranslation('duplicate')
  const href = useHref()
  if (cases.length === 0) return null
  return (
    <NoticeBanner tone="amber">
      <p className="font-semibold">{t('own.title')}</p>
      <p>{t('own.text')}</p>
      <ul className="list-disc pl-6">
        {cases.map(({ number, projectName, land, reasons }) => (
          <li key={number}>
            <Link to={href(`/my/cases/${number}`)}>{number}</Link> · {projectName}
            {land ? ` · ${land}` : null} ({reasons.map((reason) => t(`reason.${reason}`)).join(', ')})
          </li>
        ))}
      </ul>
    </NoticeBanner>
  )
}
