import latin400 from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-400-normal.woff2?url'
import vietnamese400 from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-400-normal.woff2?url'
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import type { ReactNode } from 'react'
import { DemoBanner } from '~/components/kit/notice-banner'
import { PageError } from '~/components/kit/page-error'
import type { PageHandle } from '~/components/kit/page-handle'
import { PageHead } from '~/components/kit/page-head'
import { SiteFooter } from '~/components/kit/site-footer'
import { SiteHeader } from '~/components/kit/site-header'
import { useLang } from '~/components/kit/use-lang'
import { rootData } from '~/infra/session.server'
import { useTranslation } from '~/locales/use-translation'
import styles from './styles.css?url'

const font = (href: string) =>
  ({ rel: 'preload', as: 'font', type: 'font/woff2', crossOrigin: 'anonymous', href }) as const

export const links: LinksFunction = () => [
  font(latin400),
  font(vietnamese400),
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]

export const meta: MetaFunction = () => [{ title: 'Cột Mốc · Lạng Sơn' }]

export const loader = (args: LoaderFunctionArgs) => rootData(args)

function useHandles() {
  const handles = useMatches().map((match) => match.handle as PageHandle | undefined)
  const query = new URLSearchParams(useLocation().search)
  const scripts = handles.some((handle) =>
    typeof handle?.scripts === 'function' ? handle.scripts(query) : handle?.scripts,
  )
  return { scripts, dense: handles.some((handle) => handle?.dense) }
}

export function Layout({ children }: { children: ReactNode }) {
  const { t } = useTranslation('common')
  const data = useRouteLoaderData<typeof loader>('root')
  const lang = useLang()
  const { scripts, dense } = useHandles()
  return (
    <html lang={lang}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#14532d" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
        {data ? <PageHead baseUrl={data.baseUrl} /> : null}
      </head>
      <body className={dense ? 'dense' : undefined}>
        <a href="#main" className="skip-link">
          {t('site.skip')}
        </a>
        <SiteHeader person={data?.person ?? null} />
        {data?.demo ? <DemoBanner /> : null}
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <SiteFooter />
        {scripts ? (
          <>
            <ScrollRestoration />
            <Scripts />
          </>
        ) : null}
      </body>
    </html>
  )
}

export default function App() {
  return <Outlet />
}

export function ErrorBoundary() {
  const error = useRouteError()
  if (!isRouteErrorResponse(error)) return <PageError status={500} />
  const { code, values } = (error.data ?? {}) as { code?: unknown; values?: Record<string, string | number> }
  return <PageError status={error.status} code={typeof code === 'string' ? code : undefined} values={values} />
}
