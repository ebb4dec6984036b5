import { DayField } from '~/components/kit/day-field'
import { SelectField } from '~/components/kit/field'
import { GRANTED_ROLES } from '~/domain/party/permission'
import { useTranslation } from '~/locales/use-translation'

interface GrantFieldsProps {
  scopes: Record<'zones' | 'agencies' | 'divisions', { value: string; label: string }[]>
  today: string
}

const FIELDS = ['role', 'zoneCode', 'agencyKey', 'divisionKey', 'fromDay', 'untilDay'] as const

/** What the fields of a dated role are called. */
export function useGrantLabels(): Record<(typeof FIELDS)[number], string> {
  const { t } = useTranslation('admin')
  return {
    role: t('grant.role'),
    zoneCode: t('grant.zoneCode'),
    agencyKey: t('grant.agencyKey'),
    divisionKey: t('grant.divisionKey'),
    fromDay: t('grant.fromDay'),
    untilDay: t('grant.untilDay'),
  }
}

/** A role with its scope and its days. */
export function GrantFields({ scopes, today }: GrantFieldsProps) {
  const { t } = useTranslation('admin')
  const { t: notice } = useTranslation('notice')
  const labels = useGrantLabels()
  const roles = GRANTED_ROLES.map((role) => ({ value: role, label: notice(`role.${role}`) }))
  return (
    <>
      <SelectField name="role" label={labels.role} choices={roles} required />
      <SelectField
        name="zoneCode"
        label={labels.zoneCode}
        hint={t('grant.zoneHint')}
        choices={scopes.zones}
        required={false}
      />
      <SelectField
        name="agencyKey"
        label={labels.agencyKey}
        hint={t('grant.agencyHint')}
        choices={scopes.agencies}
        required={false}
      />
      <SelectField
        name="divisionKey"
        label={labels.divisionKey}
        hint={t('grant.divisionHint')}
        choices={scopes.divisions}
        required={false}
      />
      <DayField name="fromDay" label={labels.fromDay} value={today} required />
      <DayField name="untilDay" label={labels.untilDay} hint={t('grant.untilHint')} required={false} />
    </>
  )
}
