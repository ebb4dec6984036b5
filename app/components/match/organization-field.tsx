import { SelectField } from '~/components/kit/field'
import { useTranslation } from '~/locales/use-translation'

/** For which of the person's organisations; nothing is asked where there is one. */
export function OrganizationField({ organizations }: { organizations: readonly { id: string; name: string }[] }) {
  const { t } = useTranslation('need')
  if (organizations.length <= 1) return <input type="hidden" name="organizationId" value={organizations[0]?.id ?? ''} />
  return (
    <SelectField
      name="organizationId"
      label={t('organization')}
      choices={organizations.map(({ id, name }) => ({ value: id, label: name }))}
    />
  )
}
