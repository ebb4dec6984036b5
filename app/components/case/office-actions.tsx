import { Button, ButtonLink } from '~/components/kit/button'
import { NoticeBanner } from '~/components/kit/notice-banner'
import { useHref } from '~/components/kit/use-lang'
import type { OfferedAction } from '~/domain/case/office-action'
import type { CaseState } from '~/domain/case/state'
import { useTranslation } from '~/locales/use-translation'
import { useWho } from './history-words'

const WAITING = ['awaiting_supplement', 'in_consultation', 'suspended', 'approved', 'in_fulfilment'] as const
type Waiting = (typeof WAITING)[number]
const isWaitingState = (state: CaseState): state is Waiting => (WAITING as readonly string[]).includes(state)

/** Who has the case: offered to those who may, and nothing that stands between others and their work. */
const IN_HAND: readonly string[] = ['hand-over', 'take-back']
const DANGER: readonly string[] = ['return', 'refuse', 'decline', 'lapse']
const QUIET: readonly string[] = ['supplement', 'send-back', 'suspend', ...IN_HAND]
const weightOf = (action: string): number => (DANGER.includes(action) ? 2 : QUIET.includes(action) ? 1 : 0)

interface OfficeActionsProps {
  number: string
  state: CaseState
  officer: string | null
  actions: OfferedAction[]
}

/** What is to be done now: buttons for those who may, and for everybody else who must do it and why not they. */
export function OfficeActions({ number, state, officer, actions }: OfficeActionsProps) {
  const { t } = useTranslation('case')
  const href = useHref()
  const who = useWho()
  const mine = actions
    .filter((one) => one.whyNot === null)
    .sort((one, other) => weightOf(one.action) - weightOf(other.action))
  const others = actions.filter((one) => one.whyNot !== null && !IN_HAND.includes(one.action))
  const namesOf = ({ roles }: OfferedAction) =>
    roles.map((role) => (role === 'officer' && officer ? `${who(role)} ${officer}` : who(role))).join(' / ')
  return (
    <section className="card card-asks" aria-label={t('office.case.todo')}>
      <h2>{t('office.case.todo')}</h2>
      {isWaitingState(state) ? <NoticeBanner tone="sky">{t(`office.case.waiting.${state}`)}</NoticeBanner> : null}
      {actions.length === 0 && !isWaitingState(state) ? <p>{t('office.case.nothing')}</p> : null}
      {mine.length > 0 ? (
        <ul className="grid gap-3">
          {mine.map(({ action }, index) => (
            <li key={action} className="grid gap-x-4 gap-y-1 sm:grid-cols-[12rem_1fr] sm:items-center">
              <ButtonLink
                to={href(`/office/cases/${number}/${action}`)}
                kind={DANGER.includes(action) ? 'danger' : index === 0 && !QUIET.includes(action) ? 'main' : 'outline'}
              >
                {t(`office.action.${action}`)}
              </ButtonLink>
              <span className="text-sm text-ink-soft">{t(`office.help.${action}`)}</span>
            </li>
          ))}
        </ul>
      ) : null}
      {others.length > 0 ? (
        <ul className={`grid gap-2 ${mine.length > 0 ? 'mt-4 border-t border-line pt-3' : 'mt-2'}`}>
          {others.map((one) => (
            <li key={one.action}>
              <Button
                type="button"
                kind="outline"
                whyNot={t(`office.whyNot.${one.whyNot as 'not-allowed'}`, { who: namesOf(one) })}
              >
                {t(`office.action.${one.action}`)}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}
