import { Link } from '@remix-run/react'
import { useHref } from '~/components/kit/use-lang'
import { useTranslation } from '~/locales/use-translation'

const STEPS = ['project', 'documents'] as const

/** The two pages of an interest: what it is, and its documents with the sending. */
export function InterestSteps({
  id,
  at,
  appealOf,
}: {
  id: string
  at: (typeof STEPS)[number]
  appealOf: string | null
}) {
  const { t } = useTranslation('interest')
  const { t: ofAppeal } = useTranslation('appeal')
  const href = useHref()
  const first = appealOf ? `/my/cases/${appealOf}/appeal` : `/my/interests/${id}`
  const paths = { project: first, documents: `/my/interests/${id}/documents` }
  return (
    <nav aria-label={t('steps.label')}>
      <ol className="flex flex-wrap gap-x-5 gap-y-1">
        {STEPS.map((step, index) => (
          <li key={step}>
            <Link
              to={href(paths[step])}
              aria-current={step === at ? 'step' : undefined}
              className={step === at ? 'font-semibold no-underline text-ink' : ''}
            >
              {index + 1}. {appealOf && step === 'project' ? ofAppeal('ground') : t(`steps.${step}`)}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}
