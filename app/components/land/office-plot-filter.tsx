import { Form, Link } from '@remix-run/react'
import { Button } from '~/components/kit/button'
import { useLang } from '~/components/kit/use-lang'
import { COMMERCIAL_STATES, PUBLICATION_STATES, RUNGS } from '~/domain/land/readiness'
import { type Text, textIn } from '~/domain/text'
import { useTranslation } from '~/locales/use-translation'
import { useKeeperHref } from './use-keeper-href'

interface OfficePlotFilterProps {
  zones: { code: string; name: Text }[]
  filter: Record<string, string | undefined>
}

/** The filters of the office's plot list: a plain GET form. */
export function OfficePlotFilter({ zones, filter }: OfficePlotFilterProps) {
  const { t } = useTranslation(['land', 'common'])
  const lang = useLang()
  const href = useKeeperHref()
  const selects = [
    {
      name: 'zone',
      label: t('office.field.zone'),
      choices: zones.map(({ code, name }) => ({ value: code, label: textIn(name, lang) })),
    },
    {
      name: 'publication',
      label: t('office.column.publication'),
      choices: [...PUBLICATION_STATES, 'retired' as const].map((value) => ({
        value,
        label: t(`publication.${value}`),
      })),
    },
    {
      name: 'commercial',
      label: t('office.column.commercial'),
      choices: COMMERCIAL_STATES.map((value) => ({ value, label: t(`commercial.${value}`) })),
    },
    {
      name: 'readiness',
      label: t('office.column.readiness'),
      choices: RUNGS.map((value) => ({ value, label: t(`readiness.${value}`) })),
    },
  ]
  return (
    <Form method="get" action={href('/plots')} className="mb-3 flex flex-wrap items-center gap-2" role="search">
      <input
        name="q"
        type="search"
        className="control"
        aria-label={t('office.field.code')}
        placeholder={t('office.field.code')}
        defaultValue={filter.q}
        maxLength={100}
      />
      {selects.map(({ name, label, choices }) => (
        <select
          key={name}
          name={name}
          className="control max-w-full sm:max-w-64"
          aria-label={label}
          defaultValue={filter[name] ?? ''}
        >
          <option value="">{label}</option>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      ))}
      <Button kind="outline">{t('common:form.filter')}</Button>
      <Link to={href('/plots')}>{t('common:form.clear')}</Link>
    </Form>
  )
}
