import { Link } from '@remix-run/react'
import { Button } from '~/components/kit/button'
import { Empty } from '~/components/kit/empty'
import { TextField } from '~/components/kit/field'
import { Form } from '~/components/kit/form'
import { useHref } from '~/components/kit/use-lang'
import type { FormAnswer } from '~/forms/answer'
import { useTranslation } from '~/locales/use-translation'

/** The words by which a zone is looked for: its name, or a place of today or of before. */
export function ZoneSearch({ answer, q, found }: { answer: FormAnswer; q: string | null; found: number }) {
  const { t } = useTranslation(['place', 'common'])
  const href = useHref()
  return (
    <>
      <Form
        method="get"
        action={href('/zones')}
        reloadDocument
        role="search"
        answer={answer}
        labels={{ q: t('search') }}
      >
        <div className="form-row mb-4">
          <TextField
            name="q"
            label={t('search')}
            hint={t('placeholder')}
            type="search"
            maxLength={200}
            className="filter-search"
          />
          <Button kind="outline">{t('common:form.search')}</Button>
        </div>
      </Form>
      {q !== null && found > 0 ? (
        <p className="mb-4 text-ink-soft">
          {t('found', { count: found, q })} <Link to={href('/zones')}>{t('common:form.clear')}</Link>
        </p>
      ) : null}
      {q !== null && found === 0 ? (
        <Empty title={t('none')} actions={<Link to={href('/zones')}>{t('common:form.clear')}</Link>}>
          {t('noneHint')}
        </Empty>
      ) : null}
    </>
  )
}
