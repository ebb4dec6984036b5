import { RadioField } from '~/components/kit/field'
import { useFormat } from '~/components/kit/format'
import { type Text, textIn } from '~/domain/text'
import { useTranslation } from '~/locales/use-translation'

export interface OfficerOption {
  id: string
  fullName: string
  divisions: Text[]
  open: number
  overdue: number
  dueThisWeek: number
  away: { untilDay: string; deputy: string } | null
}

/** Who gets a case: every officer with the work in hand, and who acts for whoever is away. */
export function OfficerField({ officers, name = 'officerId' }: { officers: OfficerOption[]; name?: string }) {
  const { t } = useTranslation(['inbox', 'case'])
  const { lang, day } = useFormat()
  const loadOf = ({ open, overdue, dueThisWeek, away }: OfficerOption) =>
    [
      t('workload.open', { count: open }),
      t('workload.overdue', { count: overdue }),
      t('workload.week', { count: dueThisWeek }),
      away ? t('workload.away', { day: day(away.untilDay), deputy: away.deputy }) : '',
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <RadioField
      name={name}
      label={t('case:office.form.officer')}
      choices={officers.map((officer) => ({
        value: officer.id,
        label: [officer.fullName, ...officer.divisions.map((division) => textIn(division, lang))].join(' · '),
        hint: loadOf(officer),
      }))}
    />
  )
}
