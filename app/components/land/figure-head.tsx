import { Link } from '@remix-run/react'
import { useHref } from '~/components/kit/use-lang'
import { useTranslation } from '~/locales/use-translation'

/** The top of the office's pages about one published figure. */
export function FigureHead({ title, subject }: { title: string; subject: string }) {
  const { t } = useTranslation('setting')
  const href = useHref()
  return (
    <>
      <p className="mb-1 text-sm">
        <Link to={href(`/office/figures?subject=${encodeURIComponent(subject)}`)}>← {t('title.figures')}</Link>
      </p>
      <h1>{title}</h1>
    </>
  )
}
