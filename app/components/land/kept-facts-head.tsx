import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from '~/locales/use-translation'
import { useKeeperHref } from './use-keeper-href'

/** The top of the pages on which figures and rungs are kept. */
export function KeptFactsHead({ title, about, children }: { title: string; about?: string; children?: ReactNode }) {
  const { t } = useTranslation('facts')
  const href = useKeeperHref()
  return (
    <header className="mb-4">
      <p className="mb-1 text-sm">
        <Link to={href('/facts')}>← {t('keeper.title')}</Link>
      </p>
      <h1 className="m-0">{title}</h1>
      <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        {about ? <span>{about}</span> : null}
        {children}
      </p>
    </header>
  )
}
