import { useFormat } from '~/components/kit/format'
import { StatusTag } from '~/components/kit/status-tag'
import type { FactAge, FactSubject } from '~/domain/land/fact'
import { useTranslation } from '~/locales/use-translation'

interface FactLeavesProps {
  subject: FactSubject
  fact: { age: FactAge; leavesOn: string | null; daysLeft: number | null }
  published: boolean
  held?: boolean
}

/** How long until the plot leaves publication, or the zone's figure is shown no more. */
export function FactLeaves({ subject, fact, published, held = false }: FactLeavesProps) {
  const { t } = useTranslation('facts')
  const { day } = useFormat()
  if (!published) return <span className="text-ink-soft">{t('keeper.notPublished')}</span>
  if (fact.leavesOn === null || fact.daysLeft === null) return null
  if (fact.age === 'over') {
    if (held) return <StatusTag tone="sky">{t('keeper.heldStays')}</StatusTag>
    const word = subject === 'plot' ? 'keeper.over' : 'keeper.overZone'
    return <StatusTag tone="brick">{t(word, { day: day(fact.leavesOn) })}</StatusTag>
  }
  const words = t('keeper.leavesIn', { count: fact.daysLeft, day: day(fact.leavesOn) })
  return fact.age === 'stale' ? <StatusTag tone="amber">{words}</StatusTag> : <span>{words}</span>
}
