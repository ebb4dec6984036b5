import { useFormat } from '~/components/kit/format'
import { MilestoneLine } from '~/components/kit/milestone-line'
import type { MilestoneKey, MilestoneRole } from '~/domain/case/milestones'
import { useTranslation } from '~/locales/use-translation'

interface CaseLineProps {
  milestones: readonly {
    key: MilestoneKey
    state: 'done' | 'now' | 'next'
    on?: string
    until?: string
    projected?: boolean
    holder: { role: MilestoneRole; label: string | null }
  }[]
  /** Whether the reader is the applicant. */
  mine: boolean
}

/** The line of milestones of a case: what was done and when, who has it until when, what comes next. */
export function CaseLine({ milestones, mine }: CaseLineProps) {
  const { t } = useTranslation('case')
  const { day, dayLong } = useFormat()
  return (
    <MilestoneLine
      milestones={milestones.map(({ key, state, on, until, projected, holder }) => {
        const who = holder.label
          ? t('my.by', { role: t(`holder.${holder.role}`), name: holder.label })
          : t(`holder.${holder.role}`)
        const due = until ? t(projected ? 'my.expected' : 'my.until', { day: dayLong(until) }) : undefined
        return {
          key: `${key}-${on ?? ''}`,
          state,
          title: t(`milestone.${key}`),
          when: on ? day(on) : due,
          note: mine && state === 'now' && holder.role === 'applicant' ? t('my.withYou') : who,
        }
      })}
    />
  )
}
