import { CheckboxesField, TextField } from '~/components/kit/field'
import { ZONE_KINDS, type ZoneKind } from '~/domain/land/catalogue'
import { isUnofficial, type Text } from '~/domain/text'
import { useTranslation } from '~/locales/use-translation'

export function useDivisionLabels() {
  const { t } = useTranslation('setting')
  return {
    nameVi: t('divisions.nameVi'),
    nameEn: t('divisions.nameEn'),
    nameZh: t('divisions.nameZh'),
    zoneKinds: t('divisions.zoneKinds'),
    reason: t('reason'),
  }
}

/** A division's names, and the kinds of zones it keeps. */
export function DivisionFields({ division }: { division?: { name: Text; zoneKinds: readonly ZoneKind[] } }) {
  const { t } = useTranslation('setting')
  const { t: land } = useTranslation('land')
  const labels = useDivisionLabels()
  const name = division?.name
  const own = (lang: 'en' | 'zh') => (name && !(isUnofficial(name, lang) && name[lang] === name.vi) ? name[lang] : '')
  return (
    <>
      <TextField name="nameVi" label={labels.nameVi} value={name?.vi} maxLength={120} required />
      <TextField name="nameEn" label={labels.nameEn} value={own('en')} maxLength={120} required={false} />
      <TextField name="nameZh" label={labels.nameZh} value={own('zh')} maxLength={120} required={false} />
      <CheckboxesField
        name="zoneKinds"
        label={labels.zoneKinds}
        hint={t('divisions.zoneKindsHint')}
        value={division?.zoneKinds}
        choices={ZONE_KINDS.map((kind) => ({ value: kind, label: land(`zoneKind.${kind}`) }))}
        required={false}
      />
    </>
  )
}
