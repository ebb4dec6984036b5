import { useLang } from '~/components/kit/use-lang'
import { TRIAGE, TRIAGE_ANSWERS, TRIAGE_GROUPS, TRIAGE_KEYS, type TriageKey } from '~/domain/case/checklist'
import { type Text, textIn } from '~/domain/text'
import { useTranslation } from '~/locales/use-translation'
import { ChecklistFields } from './checklist-fields'

interface TriageChecklistProps {
  checklist: {
    lines: { key: TriageKey; answer: string | null; note: string | null }[]
    computed: {
      environment: { procedure: string; registration: string | null; assumed: boolean; legalBasis: string } | null
      sectorName: Text | null
      sectorRank: number | null
      sectorAllowed: boolean | null
      borderCommune: boolean
    }
  }
}

/** Eligibility, screening, risk and alignment, each line with what the house knows of it. */
export function TriageChecklist({ checklist }: TriageChecklistProps) {
  const { t } = useTranslation('casework')
  const known = useKnown(checklist.computed)
  const choices = TRIAGE_ANSWERS.map((value) => ({ value, label: t(`check.triage.${value}`) }))
  return TRIAGE_GROUPS.map((group) => {
    const keys: readonly TriageKey[] = TRIAGE[group]
    return (
      <section key={group} className="grid gap-3">
        <h2 className="mb-0 text-base">{t(`check.group.${group}`)}</h2>
        <ChecklistFields
          choices={choices}
          from={TRIAGE_KEYS.indexOf(keys[0] as TriageKey) + 1}
          lines={checklist.lines
            .filter(({ key }) => keys.includes(key))
            .map((line) => ({ ...line, label: t(`check.line.${line.key}`), hint: known(line.key) }))}
        />
      </section>
    )
  })
}

/** What is computed or recorded of a line, as a sentence. */
function useKnown(computed: TriageChecklistProps['checklist']['computed']) {
  const { t } = useTranslation('casework')
  const lang = useLang()
  const { environment, sectorName, sectorRank, sectorAllowed, borderCommune } = computed
  const sector = sectorName ? textIn(sectorName, lang) : '?'
  return (key: TriageKey): string | undefined => {
    if (key === 'environment' && environment) {
      const level = environment.registration ?? 'none'
      const said = t(`check.known.environment.${environment.procedure as 'ENV-01' | 'ENV-02' | 'ENV-03'}`)
      const parts = [said, level === 'none' ? '' : t(`check.known.registration.${level as 'province' | 'commune'}`)]
      const basis = `(${environment.legalBasis})`
      return [...parts, basis, environment.assumed ? t('check.known.assumed') : ''].filter(Boolean).join(' ')
    }
    if (key === 'environment') return t('check.known.unscreened')
    if (key === 'priority' && sectorRank !== null)
      return t(sectorRank > 0 ? 'check.known.priority' : 'check.known.notPriority', { sector })
    if (key === 'sector' && sectorAllowed !== null)
      return t(sectorAllowed ? 'check.known.allowed' : 'check.known.notAllowed', { sector })
    if (key === 'border') return t(borderCommune ? 'check.known.border' : 'check.known.notBorder')
    return undefined
  }
}
