import { Link } from '@remix-run/react'
import { useHref } from '~/components/kit/use-lang'
import { useTranslation } from '~/locales/use-translation'

const TABS = { grace: '/office/settings', letters: '/office/settings/letters', divisions: '/office/settings/divisions' }

/** The pages of the office's settings. */
export function SettingTabs({ at }: { at: keyof typeof TABS }) {
  const { t } = useTranslation('setting')
  const href = useHref()
  return (
    <nav aria-label={t('tabs.label')} className="mb-4">
      <ul className="flex flex-wrap gap-x-5 gap-y-1">
        {(['grace', 'letters', 'divisions'] as const).map((tab) => (
          <li key={tab}>
            {tab === at ? (
              <strong aria-current="page">{t(`tabs.${tab}`)}</strong>
            ) : (
              <Link to={href(TABS[tab])}>{t(`tabs.${tab}`)}</Link>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}
