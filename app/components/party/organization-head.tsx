import { Link } from '@remix-run/react'
import { StatusTag } from '~/components/kit/status-tag'
import { useHref } from '~/components/kit/use-lang'
import { useTranslation } from '~/locales/use-translation'

interface OrganizationHeadProps {
  organization: { id: string; name: string; registration: string | null; illustrative: boolean }
  at: 'members' | 'documents'
}

/** The top of an organisation's pages: its name, its number, and what is kept of it. */
export function OrganizationHead({ organization, at }: OrganizationHeadProps) {
  const { t } = useTranslation('organization')
  const href = useHref()
  const own = `/my/organization/${organization.id}`
  const pages = [
    ['members', own],
    ['documents', `${own}/documents`],
  ] as const
  return (
    <header className="grid gap-2">
      <p className="text-sm">
        <Link to={href('/my')}>← {t('back')}</Link>
      </p>
      <h1 className="m-0">{organization.name}</h1>
      <p className="flex flex-wrap items-center gap-3 text-sm text-ink-soft">
        {organization.registration ? t('registration', { number: organization.registration }) : null}
        {organization.illustrative ? <StatusTag tone="neutral">{t('illustrative')}</StatusTag> : null}
      </p>
      <nav aria-label={organization.name}>
        <ul className="flex flex-wrap gap-5 border-b border-line">
          {pages.map(([key, to]) => (
            <li key={key}>
              <Link
                to={href(to)}
                aria-current={key === at ? 'page' : undefined}
                className="inline-block border-b-[3px] border-transparent pb-2 no-underline aria-[current]:border-pine aria-[current]:font-semibold"
              >
                {t(`tab.${key}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  )
}
