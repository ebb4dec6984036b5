import { Form, Link, useLocation } from '@remix-run/react'
import { LANGS, type Lang } from '~/domain/text'
import { useTranslation } from '~/locales/use-translation'
import { useFormat } from './format'
import { Mark } from './mark'
import { AREA_NAV, type Area, areaOf, currentOf, type NavItem } from './site-nav'
import { pathIn, useHref, useLang } from './use-lang'

export interface HeaderPerson {
  fullName: string
  areas: readonly Area[]
  /** The organisations an agent acts for, each until a day. */
  actsFor: readonly { id: string; name: string; untilDay: string }[]
  /** Notices not read yet; a hundred stands for more. */
  unread: number
}

const AREA_HOME: Record<Area, NavItem> = {
  my: ['/my', 'nav.myHome'],
  desk: ['/desk', 'nav.desk'],
  office: ['/office', 'nav.office'],
  agency: ['/office/steps', 'nav.officeSteps'],
  admin: ['/office/admin/people', 'nav.admin'],
  audit: ['/office/admin/audit', 'nav.adminAudit'],
}
const LANG_NAMES: Record<Lang, string> = { vi: 'VI', en: 'EN', zh: '中文' }
const LANG_TITLES: Record<Lang, string> = { vi: 'Tiếng Việt', en: 'English', zh: '中文（简体）' }

function NavLinks({ items, path }: { items: readonly NavItem[]; path: string }) {
  const { t } = useTranslation('common')
  const href = useHref()
  const current = currentOf(items, path)
  return (
    <ul>
      {items.map(([to, label]) => (
        <li key={to}>
          <Link to={href(to)} aria-current={to === current ? (path === to ? 'page' : 'true') : undefined}>
            {t(label)}
          </Link>
        </li>
      ))}
    </ul>
  )
}

function LanguageLinks() {
  const { t } = useTranslation('common')
  const { pathname, search } = useLocation()
  const current = useLang()
  return (
    <ul className="site-languages" aria-label={t('site.languages')}>
      {LANGS.map((lang) => (
        <li key={lang}>
          <a
            href={pathIn(pathname, lang) + search}
            lang={lang}
            hrefLang={lang}
            title={LANG_TITLES[lang]}
            aria-current={lang === current ? 'true' : undefined}
          >
            {LANG_NAMES[lang]}
          </a>
        </li>
      ))}
    </ul>
  )
}

const MOST_COUNTED = 99

/** The way to one's notices, with how many are new. */
function NoticesLink({ unread }: { unread: number }) {
  const { t } = useTranslation('common')
  const href = useHref()
  const name = unread > 0 ? t('nav.noticesUnread', { count: unread }) : t('nav.notices')
  return (
    <Link to={href('/my/notices')} className="site-notices" aria-label={name} title={name}>
      <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
        <path
          d="M10 2.5a5 5 0 0 0-5 5c0 4-1.5 5.5-2 6.5h14c-.5-1-2-2.5-2-6.5a5 5 0 0 0-5-5zM8 16.5a2 2 0 0 0 4 0"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeLinejoin="round"
        />
      </svg>
      {unread > 0 ? <span aria-hidden="true">{unread > MOST_COUNTED ? `${MOST_COUNTED}+` : unread}</span> : null}
    </Link>
  )
}

function PersonMenu({ person }: { person: HeaderPerson }) {
  const { t } = useTranslation('common')
  const { day } = useFormat()
  const href = useHref()
  return (
    <details className="site-person">
      <summary>
        <span>{person.fullName}</span>
      </summary>
      <div className="site-sheet">
        {person.actsFor.map(({ id, name, untilDay }) => (
          <p key={id} className="mb-2 max-w-64 text-sm text-ink-soft">
            {t('nav.actsFor', { organization: name, day: day(untilDay) })}
          </p>
        ))}
        <ul>
          {person.areas.map((area) => (
            <li key={area}>
              <Link to={href(AREA_HOME[area][0])}>{t(AREA_HOME[area][1])}</Link>
            </li>
          ))}
        </ul>
        <Form method="post" action={href('/sign-out')} reloadDocument>
          <button type="submit" className="button button-quiet">
            {t('nav.signOut')}
          </button>
        </Form>
      </div>
    </details>
  )
}

/** The top of every page: mark, navigation of the audience, languages, the person. */
export function SiteHeader({ person }: { person: HeaderPerson | null }) {
  const { t } = useTranslation('common')
  const href = useHref()
  const { pathname, search } = useLocation()
  const path = pathname.replace(/^\/(vi|en|zh)(?=\/|$)/, '') || '/'
  // A need stands in its address: whoever signs in comes back to it.
  const back = path === '/match' ? `?next=${encodeURIComponent(pathname + search)}` : ''
  const items = AREA_NAV[areaOf(path, person?.areas ?? [])]
  return (
    <header className="site-header">
      <div className="site-bar">
        <Link to={href('/')} className="site-brand">
          <Mark />
          <span className="site-name">{t('site.name')}</span>
          <span className="site-province">{t('site.province')}</span>
        </Link>
        <nav className="site-nav" aria-label={t('site.mainNav')}>
          <NavLinks items={items} path={path} />
        </nav>
        <nav className="site-tools" aria-label={t('site.languages')}>
          <LanguageLinks />
        </nav>
        {person ? (
          <div className="site-own">
            <NoticesLink unread={person.unread} />
            <PersonMenu person={person} />
          </div>
        ) : (
          <Link to={href('/sign-in') + back} className="button button-outline site-sign-in">
            {t('nav.signIn')}
          </Link>
        )}
        <details className="site-menu">
          <summary>{t('site.menu')}</summary>
          <nav className="site-sheet" aria-label={t('site.menu')}>
            <NavLinks items={items} path={path} />
            <LanguageLinks />
          </nav>
        </details>
      </div>
    </header>
  )
}
