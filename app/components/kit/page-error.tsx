import { Link, useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { REFUSALS, type RefusalCode } from '~/domain/refusal'
import { useTranslation } from '~/locales/use-translation'
import { RefusalText } from './refusal-text'
import { useHref } from './use-lang'

type Problem = 'notFound' | 'notAllowed' | 'conflict' | 'tooMany' | 'refused' | 'unavailable' | 'failed'

function problemOf(status: number): Problem {
  if (status === 404) return 'notFound'
  if (status === 401 || status === 403) return 'notAllowed'
  if (status === 409) return 'conflict'
  if (status === 429) return 'tooMany'
  if (status === 503) return 'unavailable'
  return status >= 400 && status < 500 ? 'refused' : 'failed'
}

interface PageErrorProps {
  status: number
  /** The refusal behind it, when the answer named one. */
  code?: string | undefined
  /** What its sentence names. */
  values?: Record<string, string | number> | undefined
  /** What changed meanwhile, for a 409. */
  children?: ReactNode
}

const isRefusal = (code: string | undefined): code is RefusalCode => code !== undefined && Object.hasOwn(REFUSALS, code)

/** The page a person sees instead of the one asked for: what happened, and where to go. */
export function PageError({ status, code, values, children }: PageErrorProps) {
  const { t } = useTranslation('common')
  const href = useHref()
  const { pathname, search } = useLocation()
  const problem = problemOf(status)
  return (
    <section className="page-error">
      <svg viewBox="0 0 120 96" className="page-error-post" aria-hidden="true">
        <path d="M4 88h112" className="post-ground" />
        <path d="M40 88V38c0-12 9-21 20-21s20 9 20 21v50z" className="post-body" />
        <text x="60" y="60" textAnchor="middle" className="post-number">
          {status}
        </text>
      </svg>
      <div>
        <h1>{t(`problem.${problem}.title`)}</h1>
        <p className="text-ink-soft">
          {isRefusal(code) && code !== 'not-found' ? (
            <RefusalText code={code} values={values} />
          ) : (
            t(`problem.${problem}.text`)
          )}
        </p>
        {children}
        <p className="actions">
          {problem === 'conflict' ? (
            <a href={pathname + search} className="button">
              {t('problem.reload')}
            </a>
          ) : null}
          {status === 401 ? (
            <Link to={href('/sign-in')} className="button">
              {t('nav.signIn')}
            </Link>
          ) : null}
          <Link to={href('/')} className="button button-outline">
            {t('problem.home')}
          </Link>
          <Link to={href('/plots')}>{t('problem.plots')}</Link>
        </p>
        <p className="mt-3 text-sm text-ink-faint">{t('problem.code', { status })}</p>
      </div>
    </section>
  )
}
