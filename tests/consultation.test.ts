import { beforeAll, expect, it } from 'vitest'
import { answerConsultation } from '~/commands/case/answer-consultation.server'
import { concludeConsultation } from '~/commands/case/conclude-consultation.server'
import { consultAgencies } from '~/commands/case/consult-agencies.server'
import { extendConsultation } from '~/commands/case/extend-consultation.server'
import { remindConsultation } from '~/commands/case/remind-consultation.server'
import { withdrawCase } from '~/commands/case/withdraw-case.server'
import { SYSTEM, VISITOR } from '~/domain/party/permission'
import { findCase } from '~/infra/case-record.server'
import { db } from '~/infra/db.server'
import { consultationFile, consultationPage, consultationsOf } from '~/queries/case/consultations.server'
import { type CaseLine, caseLine, codeOf, day, morning, versionOf } from './case-line'
import { describeDatabases } from './database'

describeDatabases('a consultation of agencies', (open) => {
  let line: CaseLine
  beforeAll(async () => {
    await open('demo')
    line = await caseLine()
  })

  const agency = (name: string) => ({
    agencyName: `Sở ${name}`,
    contactName: `Người ${name}`,
    email: `${name}@agency.test`,
    lang: 'vi' as const,
  })
  /** The link's secret, as the mail to an agency has it. */
  const tokenTo = async (name: string) => {
    const mail = await db().outbox.findFirstOrThrow({
      where: { toEmail: `${name}@agency.test` },
      orderBy: { createdAt: 'desc' },
    })
    return mail.text.match(/\/consultations\/(\S+)/)?.[1] ?? ''
  }
  const ask = async (number: string, names: string[], own: object = {}) =>
    consultAgencies(await line.as('officer', '2026-11-18'), {
      number,
      version: await versionOf(number),
      agencies: names.map(agency),
      question: 'Dự án có phù hợp quy hoạch không?',
      silence: 'consent' as const,
      silenceBasis: 'Điều 35 Luật 143/2025/QH15',
      dueDay: day('2026-11-26'),
      documentIds: [],
      ...own,
    })
  const visitor = (on: string) => ({ actor: VISITOR, now: morning(on) })
  const opinion = { opinion: 'agree' as const, answer: 'Phù hợp', answeredByName: 'Lê A', uploads: [] }

  it('asks in parallel, binds each link to one question, reads silence, and goes on with the answers', async () => {
    const number = await line.submitted('HL-A1')
    await line.inAssessment(number)
    const record = await findCase(number)
    const [shown] = record?.interest.documents ?? []
    expect(codeOf(await ask(number, ['qh'], { silenceBasis: null }))).toBe('required')
    expect(codeOf(await ask(number, ['qh'], { dueDay: day('2026-11-17') }))).toBe('day-past')
    expect(codeOf(await ask(number, ['qh'], { dueDay: day('2026-11-24') }))).toBe('day-off')
    const foreign = await db().document.create({
      data: { kind: 'other', fileName: 'x', mediaType: 'x', sizeBytes: 1, sha256: '0', storageKey: number },
    })
    expect(codeOf(await ask(number, ['qh'], { documentIds: [foreign.id] }))).toBe('not-a-choice')
    expect((await findCase(number))?.state).toBe('in_assessment')
    expect(codeOf(await ask(number, ['qh', 'mt', 'dat'], { documentIds: [shown?.id] }))).toBe('ok')
    const asked = await findCase(number)
    expect(asked?.state).toBe('in_consultation')
    expect(asked?.clocks[0]?.segments.at(-1)).toMatchObject({ holder: 'agency', counts: true, toDay: null })

    const [qh, mt] = [await tokenTo('qh'), await tokenTo('mt')]
    expect(qh).not.toBe(mt)
    expect((await consultationPage(qh, 'vi', morning('2026-11-19')))?.agency).toBe('Sở qh')
    expect(await consultationPage(`${qh}x`, 'vi', morning('2026-11-19'))).toBeNull()
    expect((await consultationFile(qh, shown?.id ?? ''))?.id).toBe(shown?.id)
    expect(await consultationFile(qh, foreign.id)).toBeNull()

    // Ten answers over one link at once: one is kept.
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => answerConsultation(visitor('2026-11-19'), { token: qh, ...opinion })),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(new Set(answers.filter(({ ok }) => !ok).map(codeOf))).toEqual(new Set(['state-forbids']))
    expect(codeOf(await answerConsultation(visitor('2026-11-19'), { token: 'x', ...opinion }))).toBe('not-found')

    const lines = () => consultationsOf(record?.id ?? '', day('2026-11-26'))
    const late = (await lines()).find(({ agency: name }) => name === 'Sở dat')
    const conclude = async (on: string) =>
      codeOf(await concludeConsultation(await line.as('officer', on), { number, version: await versionOf(number) }))
    expect(await conclude('2026-11-26')).toBe('consultation-open')
    const extend = async (dueDay: string, name = 'officer') =>
      codeOf(
        await extendConsultation(await line.as(name, '2026-11-26'), {
          number,
          id: late?.id ?? '',
          version: late?.version ?? 0,
          dueDay: day(dueDay),
        }),
      )
    expect(await extend('2026-11-25')).toBe('day-not-later')
    expect(await extend('2026-11-28')).toBe('day-off')
    expect(await extend('2026-11-30', 'officer2')).toBe('not-allowed')
    expect(await extend('2026-11-30')).toBe('ok')
    expect(await extend('2026-12-01')).toBe('conflict')

    // Due on Monday the 30th: reminded on Friday the 27th, once however many processes try.
    const remind = (on: string) => remindConsultation({ actor: SYSTEM, now: morning(on) }, { id: late?.id ?? '' })
    expect(codeOf(await remind('2026-11-26'))).toBe('state-forbids')
    const reminded = await Promise.all([remind('2026-11-27'), remind('2026-11-27'), remind('2026-11-27')])
    expect(reminded.filter(({ ok }) => ok)).toHaveLength(1)
    const dat = await tokenTo('dat')
    expect((await consultationPage(dat, 'vi', morning('2026-11-27')))?.agency).toBe('Sở dat')

    expect(await conclude('2026-11-30')).toBe('consultation-open')
    expect(await conclude('2026-12-01')).toBe('ok')
    const standings = (await consultationsOf(record?.id ?? '', day('2026-12-01'))).map(({ agency: name, standing }) => [
      name,
      standing,
    ])
    expect(Object.fromEntries(standings)).toEqual({
      'Sở qh': 'answered',
      'Sở mt': 'consented_by_silence',
      'Sở dat': 'consented_by_silence',
    })
    const after = await findCase(number)
    expect(after?.state).toBe('in_assessment')
    expect(after?.clocks[0]?.segments.at(-1)).toMatchObject({ holder: 'officer', reason: 'consultation_concluded' })
    // A past link opens nothing and answers nothing.
    expect(await consultationPage(mt, 'vi', morning('2026-12-01'))).toBeNull()
    expect(codeOf(await answerConsultation(visitor('2026-12-01'), { token: mt, ...opinion }))).toBe('not-found')
    expect(await consultationFile(mt, shown?.id ?? '')).toBeNull()
  })

  it('ends its links with the case', async () => {
    const number = await line.submitted('HL-A2', '2026-11-16')
    await line.inAssessment(number)
    expect(codeOf(await ask(number, ['xd']))).toBe('ok')
    const xd = await tokenTo('xd')
    const investor = await line.as('investor.vn', '2026-11-19')
    const withdrawn = await withdrawCase(investor, { number, version: await versionOf(number), reason: null })
    expect(codeOf(withdrawn)).toBe('ok')
    expect(codeOf(await answerConsultation(visitor('2026-11-19'), { token: xd, ...opinion }))).toBe('not-found')
  })
})
