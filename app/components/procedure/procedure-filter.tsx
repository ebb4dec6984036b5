import { Button } from '~/components/kit/button'
import { DayField } from '~/components/kit/day-field'
import { SelectField } from '~/components/kit/field'
import { Form } from '~/components/kit/form'
import { useHref } from '~/components/kit/use-lang'
import { ROADMAP_ZONE_KINDS } from '~/domain/procedure/version'
import type { FormAnswer } from '~/forms/answer'
import { useTranslation } from '~/locales/use-translation'

const ROLES = ['tenant', 'developer'] as const
const CAPITAL = ['yes', 'no'] as const

/** Which procedures: a day, and who asks. */
export function ProcedureFilter({ answer, on }: { answer: FormAnswer; on: string }) {
  const { t } = useTranslation('procedure')
  const href = useHref()
  const labels = {
    on: t('filter.on'),
    role: t('filter.role'),
    zoneKind: t('filter.zoneKind'),
    foreign: t('filter.foreign'),
  }
  return (
    <Form
      method="get"
      action={href('/procedures')}
      reloadDocument
      role="search"
      answer={answer}
      labels={labels}
      className="no-print mt-4"
    >
      <div className="form-row items-end">
        <DayField name="on" label={labels.on} value={on} />
        <SelectField
          name="role"
          label={labels.role}
          blank={t('filter.anyRole')}
          choices={ROLES.map((role) => ({ value: role, label: t(`role.${role}`) }))}
        />
        <SelectField
          name="zoneKind"
          label={labels.zoneKind}
          blank={t('filter.anyZone')}
          choices={ROADMAP_ZONE_KINDS.map((kind) => ({ value: kind, label: t(`zoneKind.${kind}`) }))}
        />
        <SelectField
          name="foreign"
          label={labels.foreign}
          blank={t('filter.anyCapital')}
          choices={CAPITAL.map((foreign) => ({ value: foreign, label: t(`foreign.${foreign}`) }))}
        />
        <Button>{t('filter.show')}</Button>
      </div>
    </Form>
  )
}
