import { Card } from '~/components/kit/card'
import { useFormat } from '~/components/kit/format'
import { StaleForm, type StaleFormProps } from '~/components/kit/stale-form'
import { Table } from '~/components/kit/table'
import { useTranslation } from '~/locales/use-translation'

interface SettingChange {
  id: string
  at: string
  by: string
  from: string | number | null
  to: string | number | null
  reason: string
}

/** Who changed a setting, from what to what and why; nothing where nobody did. */
export function SettingChanges({ label, changes }: { label: string; changes: readonly SettingChange[] }) {
  const { t } = useTranslation('setting')
  const { instant } = useFormat()
  if (changes.length === 0) return null
  return (
    <Card title={t('changes')}>
      <Table
        plain
        caption={t('changes')}
        captionHidden
        rows={changes}
        rowKey={(row) => row.id}
        columns={[
          { key: 'at', label: t('at'), cell: (row) => instant(row.at) },
          { key: 'by', label: t('by'), cell: (row) => row.by },
          { key: 'value', label, cell: (row) => t('fromTo', { from: row.from ?? '', to: row.to ?? '' }) },
          { key: 'reason', label: t('reason'), cell: (row) => row.reason },
        ]}
      />
    </Card>
  )
}

/** Who changed the setting while its form was being filled in, and what stands there now. */
export function SettingConflict(props: Pick<StaleFormProps, 'answer' | 'labels' | 'say'>) {
  const { t } = useTranslation('setting')
  return (
    <StaleForm
      {...props}
      title={t('conflict.title')}
      text={({ by, at }) => t('conflict.text', { by, at })}
      then={t('conflict.kept')}
    />
  )
}
