import type { BecameTrue } from '~/domain/match/saved-needs'
import { type Lang, textIn } from '~/domain/text'
import { dayIn } from '../format'
import { type Translate, translator } from '../translate'
import type { AboutHold, MailData, MailKind, StaleFact } from './mail-data'
import { memberRoleName } from './role-name'

export interface Mail {
  subject: string
  text: string
}

type Notice = Translate<'notice'>
type Values = Record<string, string | number>

/** Per kind: the values its sentences name, and the paragraphs that not every such mail has. */
const PARTS: {
  [K in MailKind]: (data: MailData[K], lang: Lang, t: Notice) => { values: Values; more?: string[] }
} = {
  verify_email: ({ validHours }) => ({ values: { validHours } }),
  reset_password: ({ validHours }) => ({ values: { validHours } }),
  invitation: ({ role, validDays }) => ({ values: { role, validDays } }),
  member_invitation: ({ by, organization, role, validDays }) => ({ values: { by, organization, role, validDays } }),
  member_joined: ({ person, organization, role }, lang) => ({
    values: { person, organization, role: memberRoleName(role, lang) },
  }),
  membership_changed: ({ organization, change }, lang, t) => ({
    values: { organization },
    more: [
      change === 'ended'
        ? t('mail.membership_changed.ended')
        : t('mail.membership_changed.role', { role: memberRoleName(change, lang) }),
    ],
  }),
  delegation_changed: ({ by, change, paper, fromDay, untilDay }, lang, t) => ({
    values: { by, paper },
    more: [t(`mail.delegation_changed.${change}`, { from: dayIn(fromDay, lang), until: dayIn(untilDay, lang) })],
  }),
  already_registered: () => ({ values: {} }),
  password_changed: () => ({ values: {} }),
  interest_submitted: ({ number, land, intakeDueDay }, lang) => ({
    values: { number, land, day: dayIn(intakeDueDay, lang) },
  }),
  case_received: ({ number, dueDay }, lang) => ({ values: { number, day: dayIn(dueDay, lang) } }),
  case_returned: ({ number, reason }) => ({ values: { number, reason } }),
  supplement_requested: ({ number, items, answerByDay }, lang) => ({
    values: { number, day: dayIn(answerByDay, lang) },
    more: [items.map((item, index) => `${index + 1}. ${oneLine(item)}`).join('\n')],
  }),
  supplement_answered: ({ number, organization }) => ({ values: { number, organization } }),
  consultation_asked: ({ number, question, dueDay }, lang) => ({
    values: { number, day: dayIn(dueDay, lang) },
    more: [question],
  }),
  consultation_reminder: ({ number, question, dueDay }, lang) => ({
    values: { number, day: dayIn(dueDay, lang) },
    more: [question],
  }),
  consultation_answered: ({ number, agency }) => ({ values: { number, agency } }),
  case_suspended: ({ number, reason }) => ({ values: { number, reason } }),
  case_resumed: ({ number }) => ({ values: { number } }),
  case_apology: ({ number, newDay, reason }, lang) => ({ values: { number, reason, day: dayIn(newDay, lang) } }),
  extension_asked: ({ number, organization, day }, lang) => ({
    values: { number, organization, day: dayIn(day, lang) },
  }),
  extension_granted: ({ number, day }, lang) => ({ values: { number, day: dayIn(day, lang) } }),
  extension_denied: ({ number, day }, lang) => ({ values: { number, day: dayIn(day, lang) } }),
  need_alert: ({ need, sites, more, stopLink }, _lang, t) => ({
    values: { need, count: sites.length + more },
    more: [
      sites.map(({ site, became }) => `- ${site}: ${became.map((key) => becameWord(key, t)).join(', ')}`).join('\n'),
      ...(more > 0 ? [t('mail.need_alert.more', { count: more })] : []),
      `${t('mail.need_alert.stop')}\n${stopLink}`,
    ],
  }),
  case_message: ({ number, by, words }) => ({ values: { number, by }, more: [words] }),
  digest: ({ items }, _lang, t) => ({
    values: { count: items.length },
    more: [
      items
        .slice(0, LISTED_MAX)
        .map(({ subject, link }) => [`- ${subject}`, ...(link ? [`  ${link}`] : [])].join('\n'))
        .join('\n'),
      ...(items.length > LISTED_MAX ? [t('mail.digest.more', { count: items.length - LISTED_MAX })] : []),
    ],
  }),
  decision_approved: ({ number, heldThroughDay, developerOfferRequired }, lang, t) => ({
    values: { number },
    more: [
      ...(heldThroughDay ? [t('mail.decision_approved.held', { day: dayIn(heldThroughDay, lang) })] : []),
      ...(developerOfferRequired ? [t('mail.decision_approved.offer')] : []),
    ],
  }),
  decision_refused: ({ number, reason }) => ({ values: { number, reason } }),
  dossier_refused: ({ number, reason }) => ({ values: { number, reason } }),
  hold_activated: (data, lang) => aboutHold(data, lang),
  hold_extended: (data, lang) => aboutHold(data, lang),
  hold_released: (data, lang) => aboutHold(data, lang),
  hold_converted: (data, lang) => aboutHold(data, lang),
  hold_expired: (data, lang) => aboutHold(data, lang),
  waiting_offered: ({ number, plots, day }, lang) => ({ values: { number, plots, day: dayIn(day, lang) } }),
  waiting_lapsed: ({ number, plots }) => ({ values: { number, plots } }),
  waiting_lost: ({ number, code, became }) => ({ values: { number, code, became } }),
  developer_asked: ({ number, plots, dueDay }, lang) => ({ values: { number, plots, day: dayIn(dueDay, lang) } }),
  developer_silent: ({ number, plots, dueDay }, lang) => ({ values: { number, plots, day: dayIn(dueDay, lang) } }),
  developer_replied: ({ number }) => ({ values: { number } }),
  developer_answered: ({ number, outcome }, _lang, t) => ({
    values: { number },
    more: [t(`mail.developer_answered.${outcome}`)],
  }),
  developer_offered: ({ number, day, price, conditions }, lang) => ({
    values: { number, price, day: dayIn(day, lang) },
    more: conditions ? [conditions] : [],
  }),
  developer_declined: ({ number, code, text }, lang) => ({
    values: { number, reason: translator(lang, 'desk')(`decline.${code}`) },
    more: text ? [text] : [],
  }),
  developer_question: ({ number, question }) => ({ values: { number }, more: [question] }),
  condition_proved: ({ number, condition }) => ({ values: { number }, more: [condition] }),
  condition_accepted: ({ number, condition, text }) => ({
    values: { number },
    more: [condition, ...(text ? [text] : [])],
  }),
  condition_returned: ({ number, condition, text }) => ({ values: { number }, more: [condition, text] }),
  enquiry_received: ({ number, about }) => ({ values: { number, about } }),
  enquiry_answered: ({ number, about, answer }) => ({ values: { number, about }, more: [answer] }),
  facts_stale: ({ items }, lang, t) => ({
    values: { count: items.length },
    more: figureLines(
      items,
      ({ code, key, untilDay, leavesDay }) =>
        t('mail.facts_stale.line', {
          code,
          figure: figureWord(key, lang),
          until: dayIn(untilDay, lang),
          leaves: dayIn(leavesDay, lang),
        }),
      (count) => t('mail.facts_stale.more', { count }),
    ),
  }),
  plots_withdrawn: ({ items, graceDays }, lang, t) => ({
    values: { count: items.length, graceDays },
    more: figureLines(
      items,
      ({ code, key, untilDay }) =>
        t('mail.plots_withdrawn.line', { code, figure: figureWord(key, lang), until: dayIn(untilDay, lang) }),
      (count) => t('mail.plots_withdrawn.more', { count }),
    ),
  }),
  step_recorded: ({ number, step, agency, event, dueDay }, lang, t) => {
    const named = { step: oneLine(textIn(step, lang)), agency: oneLine(textIn(agency, lang)) }
    return {
      values: { number, ...named },
      more: [
        t(`mail.step_recorded.${event}`, named),
        ...(dueDay ? [t('mail.step_recorded.due', { day: dayIn(dueDay, lang) })] : []),
      ],
    }
  },
}

const aboutHold = ({ number, plots, day, reason }: AboutHold & { number: string }, lang: Lang) => ({
  values: { number, plots, day: day ? dayIn(day, lang) : '' },
  more: reason ? [reason] : [],
})

const LISTED_MAX = 30

/** Figures line by line, in a mail of bearable length. */
function figureLines<F extends StaleFact>(
  items: readonly F[],
  line: (item: F) => string,
  more: (count: number) => string,
) {
  const lines = items.slice(0, LISTED_MAX).map(line)
  return [[...lines, ...(items.length > LISTED_MAX ? [more(items.length - LISTED_MAX)] : [])].join('\n')]
}

const figureWord = (key: string, lang: Lang): string => translator(lang, 'facts')(`key.${key}` as 'key.contact')

/** What became true, in a few words; all distances are one. */
const becameWord = (key: BecameTrue, t: Notice): string => {
  const kind = key.startsWith('distance.') ? 'distance' : (key as Exclude<BecameTrue, `distance.${string}`>)
  return t(`mail.need_alert.became.${kind}`)
}

/** Typed text as it may stand in a line: nothing in it begins another. */
const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim()

/** What is named in a sentence; a reason is a text of its own and keeps its paragraphs. */
const inSentence = ([key, value]: [string, string | number]) => [
  key,
  typeof value === 'string' && key !== 'reason' ? oneLine(value) : value,
]

/** A mail of a kind in its reader's language: one line of subject, plain text. */
export function mail<K extends MailKind>(kind: K, data: MailData[K], lang: Lang): Mail {
  const t = translator(lang, 'notice')
  const { values: given, more = [] } = PARTS[kind](data, lang, t)
  const values: Values = Object.fromEntries(Object.entries(given).map(inSentence))
  return {
    subject: oneLine(t(`mail.${kind}.subject`, values)),
    text: [
      t('mail.greeting', { name: oneLine(data.name) }),
      t(`mail.${kind}.text`, values),
      ...more,
      `${t(`mail.${kind}.action`)}\n${data.link}`,
      t('mail.closing'),
    ].join('\n\n'),
  }
}
