import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { answerEnquiry } from '~/commands/interest/answer-enquiry.server'
import { attachDocument } from '~/commands/interest/attach-document.server'
import { removeDocument } from '~/commands/interest/remove-document.server'
import { saveInterest } from '~/commands/interest/save-interest.server'
import { sendEnquiry } from '~/commands/interest/send-enquiry.server'
import { startInterest } from '~/commands/interest/start-interest.server'
import { submitInterest } from '~/commands/interest/submit-interest.server'
import { readDraft } from '~/domain/interest/draft'
import { VISITOR } from '~/domain/party/permission'
import { type Day, dayToDate } from '~/domain/time/day'
import { db } from '~/infra/db.server'
import { actorOf } from '~/infra/session.server'
import type { Ctx } from '~/infra/transact.server'
import type { Upload } from '~/infra/upload.server'
import { keptFile } from '~/queries/case/kept-file.server'
import { myCase } from '~/queries/case/my-case.server'
import { draftPage } from '~/queries/interest/draft-page.server'
import { publicReceipt } from '~/queries/interest/public-receipt.server'
import { makeForm, makePerson } from '../prisma/seed/factories'
import { describeDatabases } from './database'

const codeOf = (verdict: { ok: boolean; refusal?: { code: string } }) => (verdict.ok ? 'ok' : verdict.refusal?.code)
const now = new Date('2026-11-16T02:00:00Z')
const form = makeForm('2026-11-16' as Day)

async function upload(fileName = 'De xuat.pdf'): Promise<Upload> {
  const temporaryPath = path.join(tmpdir(), `cot-moc-${randomUUID()}`)
  await writeFile(temporaryPath, '%PDF-1.4')
  return { field: 'files', fileName, mediaType: 'application/pdf', sizeBytes: 8, sha256: 'a'.repeat(64), temporaryPath }
}

describeDatabases('interest', (open) => {
  const ids = new Map<string, string>()
  const as = async (name: string): Promise<Ctx> => {
    const actor = await actorOf(ids.get(name) ?? '')
    if (!actor) throw new Error(`no ${name}`)
    return { actor, now }
  }
  let codes: string[] = []

  beforeAll(async () => {
    const database = await open('demo')
    const go = await db().organization.findFirstOrThrow({ where: { country: 'VN' } })
    const reader = { name: 'reader', fullName: 'Đọc', lang: 'vi', fromDay: '2026-10-01' as Day } as const
    await makePerson(database.prisma, { ...reader, organizationId: go.id, memberRole: 'reader', passwordHash: 'x' })
    for (const person of await db().person.findMany()) ids.set(person.email.split('@')[0] ?? '', person.id)
    const plots = await db().plot.findMany({
      where: { publication: 'published', commercial: 'offered', holds: { none: {} } },
      orderBy: { code: 'asc' },
    })
    codes = plots.map(({ code }) => code)
  })

  async function start(ctx: Ctx, plotCode = codes[0] ?? '') {
    const verdict = await startInterest(ctx, {
      organizationId: ctx.actor.organizations[0]?.id ?? '',
      plotCodes: [plotCode],
    })
    if (!verdict.ok) throw new Error(verdict.refusal.code)
    return verdict.value.id
  }
  const versionOf = async (id: string) => (await db().interest.findUniqueOrThrow({ where: { id } })).version
  async function ready(ctx: Ctx, plotCode?: string) {
    const interestId = await start(ctx, plotCode)
    const uploads = [await upload()]
    expect(codeOf(await attachDocument(ctx, { interestId, kind: 'project_proposal', uploads }))).toBe('ok')
    return { interestId, version: await versionOf(interestId), form }
  }

  it('goes from a draft with what is known to a receipt whose chain holds', async () => {
    const ctx = await as('investor.vn')
    const interestId = await start(ctx)
    const plot = await db().plot.findUniqueOrThrow({ where: { code: codes[0] ?? '' } })
    const begun = await draftPage(ctx, interestId)
    expect(begun).toMatchObject({
      ok: true,
      value: { draft: { areaM2: plot.areaM2, capitalCurrency: 'VND', contactName: 'Trần Minh', projectName: null } },
    })
    const draft = { ...readDraft({}), projectName: 'Ván ép' }
    expect(codeOf(await saveInterest(ctx, { interestId, version: 1, draft }))).toBe('ok')
    expect(codeOf(await saveInterest(ctx, { interestId, version: 1, draft }))).toBe('conflict')
    const moon = { ...draft, sector: 'moon' }
    expect(codeOf(await saveInterest(ctx, { interestId, version: 2, draft: moon }))).toBe('not-a-choice')
    expect(codeOf(await submitInterest(ctx, { interestId, version: 2, form }))).toBe('file-missing')
    expect(codeOf(await attachDocument(ctx, { interestId, kind: 'other', uploads: [] }))).toBe('file-missing')
    const uploads = [await upload('a.pdf'), await upload('b.pdf')]
    expect(codeOf(await attachDocument(ctx, { interestId, kind: 'project_proposal', uploads }))).toBe('ok')
    const [kept, dropped] = await db().document.findMany({ where: { interestId }, orderBy: { fileName: 'asc' } })
    expect(codeOf(await removeDocument(ctx, { interestId, documentId: dropped?.id ?? '' }))).toBe('ok')
    expect(codeOf(await removeDocument(ctx, { interestId, documentId: dropped?.id ?? '' }))).toBe('not-found')
    const version = await versionOf(interestId)
    const sent = await submitInterest(ctx, { interestId, version, form })
    const number = sent.ok ? sent.value.number : ''
    expect(number).toMatch(/^CM-2026-\d{6}$/)
    expect(await publicReceipt(` ${number.toLowerCase()} `)).toMatchObject({
      ok: true,
      value: { receipt: { number, chainValid: true } },
    })
    expect(await myCase(ctx, number)).toMatchObject({
      ok: true,
      value: { state: 'submitted', documents: [{ id: kept?.id }], mayWithdraw: true, intakeDueDay: '2026-11-17' },
    })
    // Once sent it is frozen.
    const more = { interestId, kind: 'other' as const, uploads: [await upload()] }
    expect(codeOf(await attachDocument(ctx, more))).toBe('state-forbids')
    expect(codeOf(await removeDocument(ctx, { interestId, documentId: kept?.id ?? '' }))).toBe('state-forbids')
    expect(codeOf(await saveInterest(ctx, { interestId, version: version + 1, draft }))).toBe('state-forbids')
    // The file goes to those who may see the case, and to nobody else.
    for (const [name, seen] of [
      ['reader', 'ok'],
      ['officer', 'ok'],
      ['investor.cn', 'not-found'],
      ['developer.huulung', 'not-found'],
    ] as const) {
      expect(codeOf(await keptFile(await as(name), kept?.id ?? ''))).toBe(seen)
    }
    await db().document.update({ where: { id: kept?.id ?? '' }, data: { visibility: 'office' } })
    expect(codeOf(await keptFile(ctx, kept?.id ?? ''))).toBe('not-found')
    expect(codeOf(await keptFile(await as('officer'), kept?.id ?? ''))).toBe('ok')
    expect(codeOf(await keptFile(ctx, 'no-id'))).toBe('not-found')
  })

  it('gives twenty at once twenty numbers that follow one another', async () => {
    const ctx = await as('investor.cn')
    const drafts = await Promise.all(codes.slice(1, 21).map((code) => ready(ctx, code)))
    const before = await db().receipt.count()
    const verdicts = await Promise.all(drafts.map((draft) => submitInterest(ctx, draft)))
    expect(verdicts.map(codeOf)).toEqual(Array(20).fill('ok'))
    const receipts = await db().receipt.findMany({ where: { position: { gt: before } }, orderBy: { position: 'asc' } })
    expect(receipts.map(({ position }) => position)).toEqual(Array.from({ length: 20 }, (_, at) => before + 1 + at))
    expect(new Set(receipts.map(({ number }) => number)).size).toBe(20)
    expect(await publicReceipt(receipts.at(-1)?.number ?? '')).toMatchObject({
      value: { receipt: { chainValid: true } },
    })
  })

  it('sends a draft once, whoever presses first', async () => {
    const ctx = await as('investor.vn')
    const draft = await ready(ctx)
    const verdicts = await Promise.all([submitInterest(ctx, draft), submitInterest(ctx, draft)])
    expect(verdicts.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await db().caseFile.count({ where: { interestId: draft.interestId } })).toBe(1)
  })

  it("tells a stranger's draft from none in no way, and lets a reader read alone", async () => {
    const draft = await ready(await as('investor.vn'))
    const { interestId, version } = draft
    const stranger = await as('investor.cn')
    const typed = { interestId, version, draft: readDraft({}) }
    expect(codeOf(await draftPage(stranger, interestId))).toBe('not-found')
    expect(codeOf(await saveInterest(stranger, typed))).toBe('not-found')
    expect(codeOf(await submitInterest(stranger, draft))).toBe('not-found')
    expect(codeOf(await draftPage(stranger, randomUUID()))).toBe('not-found')
    expect(codeOf(await draftPage(stranger, 'x'))).toBe('not-found')
    const reader = await as('reader')
    expect(await draftPage(reader, interestId)).toMatchObject({ ok: true, value: { mayWrite: false } })
    expect(codeOf(await saveInterest(reader, typed))).toBe('not-allowed')
    expect(codeOf(await submitInterest(reader, draft))).not.toBe('ok')
    const own = { organizationId: reader.actor.organizations[0]?.id ?? '', plotCodes: [codes[0] ?? ''] }
    expect(codeOf(await startInterest(reader, own))).not.toBe('ok')
    expect(codeOf(await startInterest(await as('officer'), own))).toBe('not-allowed')
    expect(codeOf(await startInterest({ actor: VISITOR, now }, own))).toBe('not-signed-in')
  })

  it('takes no interest in land that is not offered, or no longer', async () => {
    const ctx = await as('investor.vn')
    const organizationId = ctx.actor.organizations[0]?.id ?? ''
    const taken = await db().plot.findFirstOrThrow({ where: { publication: 'published', commercial: 'leased' } })
    expect(codeOf(await startInterest(ctx, { organizationId, plotCodes: [taken.code] }))).toBe('plot-not-offered')
    expect(codeOf(await startInterest(ctx, { organizationId, plotCodes: ['NO-SUCH'] }))).toBe('not-found')
    const developed = await db().zone.findFirstOrThrow({
      where: { publication: 'published', developerName: { not: null } },
    })
    expect(codeOf(await startInterest(ctx, { organizationId, zoneCode: developed.code }))).toBe('no-developer-sought')
    const code = codes[30] ?? ''
    const draft = await ready(ctx, code)
    const before = await db().receipt.count()
    await db().plot.update({ where: { code }, data: { commercial: 'not_offered' } })
    expect(codeOf(await submitInterest(ctx, draft))).toBe('plot-not-offered')
    expect(await db().receipt.count()).toBe(before)
    expect(await draftPage(ctx, draft.interestId)).toMatchObject({
      value: { state: 'draft', plots: [{ offered: false }] },
    })
  })

  it('lets an organisation ask to develop a zone that has no developer', async () => {
    const ctx = await as('investor.cn')
    const zone = await db().zone.findFirstOrThrow({
      where: {
        publication: 'published',
        developerName: null,
        developerOrgId: null,
        kind: 'industrial_cluster',
        status: 'planned',
      },
    })
    const organizationId = ctx.actor.organizations[0]?.id ?? ''
    const verdict = await startInterest(ctx, { organizationId, zoneCode: zone.code })
    expect(codeOf(verdict)).toBe('ok')
    const page = await draftPage(ctx, verdict.ok ? verdict.value.id : '')
    expect(page).toMatchObject({
      value: { role: 'developer', plots: [], draft: { areaM2: zone.areaM2, capitalCurrency: 'USD' } },
    })
  })

  it('numbers enquiries, says by when they are answered, and answers once', async () => {
    const question = {
      kind: 'question' as const,
      plotCode: codes[0] ?? '',
      zoneCode: null,
      name: 'Anna',
      email: 'anna@example.com',
      phone: null,
      message: 'Is there gas?',
      preferredDay: null,
    }
    const visitor: Ctx = { actor: { ...VISITOR, lang: 'en' }, now }
    const verdicts = await Promise.all([1, 2, 3].map(() => sendEnquiry(visitor, question)))
    const numbers = verdicts.flatMap((verdict) => (verdict.ok ? [verdict.value.number] : [])).sort()
    expect(numbers).toHaveLength(3)
    const first = Number(numbers[0]?.slice(-6))
    expect(numbers).toEqual([0, 1, 2].map((at) => `HD-2026-${String(first + at).padStart(6, '0')}`))
    const row = await db().enquiry.findUniqueOrThrow({ where: { number: numbers[0] ?? '' } })
    expect(row.answerDueDay).toEqual(dayToDate('2026-11-19' as Day))
    const mails = await db().outbox.findMany({ where: { kind: 'enquiry_received', toEmail: question.email } })
    expect(mails.map(({ lang }) => lang)).toEqual(['en', 'en', 'en'])
    const past = { ...question, kind: 'site_visit' as const, preferredDay: '2026-11-16' as Day }
    expect(codeOf(await sendEnquiry(visitor, past))).toBe('out-of-range')
    expect(codeOf(await sendEnquiry(visitor, { ...question, plotCode: 'NO-SUCH' }))).toBe('not-found')
    const answer = { number: row.number, version: row.version, answer: 'Not yet.' }
    expect(codeOf(await answerEnquiry(visitor, answer))).toBe('not-signed-in')
    expect(codeOf(await answerEnquiry(await as('investor.vn'), answer))).toBe('not-allowed')
    const office = await Promise.all([as('intake'), as('officer')])
    const answers = await Promise.all(office.map((ctx) => answerEnquiry(ctx, answer)))
    expect(answers.map(codeOf).sort()).toEqual(['conflict', 'ok'])
    expect(await db().outbox.count({ where: { kind: 'enquiry_answered', toEmail: question.email } })).toBe(1)
  })
})
