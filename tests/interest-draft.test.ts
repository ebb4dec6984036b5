// Drafts on two devices and of an older form; land that makes no site; interest begun from a kept match.
import { beforeAll, expect, it } from 'vitest'
import { saveInterest } from '~/commands/interest/save-interest.server'
import { startInterest } from '~/commands/interest/start-interest.server'
import { submitInterest } from '~/commands/interest/submit-interest.server'
import { keepRun } from '~/commands/match/keep-run.server'
import { INTEREST_FORM_VERSION } from '~/domain/interest/form'
import { adjacencyIn } from '~/domain/land/adjacency'
import { db } from '~/infra/db.server'
import { matchEvidence } from '~/queries/case/match-evidence.server'
import { myCase } from '~/queries/case/my-case.server'
import { draftPage } from '~/queries/interest/draft-page.server'
import { newInterest } from '~/queries/interest/new-interest.server'
import { matchAnswer } from '~/queries/match/match-answer.server'
import { makeDraft, makeForm } from '../prisma/seed/factories'
import { type CaseLine, caseLine, codeOf, day } from './case-line'
import { describeDatabases } from './database'

const TODAY = '2026-11-16'

describeDatabases('drafts of an interest', (open) => {
  let line: CaseLine
  beforeAll(async () => {
    await open('demo')
    line = await caseLine()
  })

  const own = async (formVersion = INTEREST_FORM_VERSION) => {
    const ctx = await line.as('investor.vn', TODAY)
    const plot = await db().plot.findFirstOrThrow({
      where: { commercial: 'offered', publication: 'published' },
      include: { zone: true },
    })
    const form = makeForm(day(TODAY))
    const id = await makeDraft(db(), {
      organizationId: ctx.actor.organizations[0]?.id ?? '',
      createdById: ctx.actor.personId ?? '',
      zoneCode: plot.zone.code,
      plotCodes: [plot.code],
      form,
      at: ctx.now,
    })
    await db().interest.update({ where: { id }, data: { formVersion } })
    return { ctx, id, form }
  }

  it('is saved once for what changed, and refused where another device was faster', async () => {
    const { ctx, id, form } = await own()
    const saves = () => db().auditEntry.count({ where: { subjectId: id, act: 'interest.save' } })
    expect(await saveInterest(ctx, { interestId: id, version: 1, draft: form })).toEqual({
      ok: true,
      value: { version: 1 },
    })
    expect(await saves()).toBe(0)
    const changed = { ...form, powerKva: 5000 }
    expect(await saveInterest(ctx, { interestId: id, version: 1, draft: changed })).toEqual({
      ok: true,
      value: { version: 2 },
    })
    expect(await saves()).toBe(1)
    // The other device still has version 1: its draft is refused even where it is what was kept before.
    expect(codeOf(await saveInterest(ctx, { interestId: id, version: 1, draft: form }))).toBe('conflict')
    expect(await draftPage(ctx, id)).toMatchObject({
      value: { version: 2, draft: { powerKva: 5000 }, saved: { at: ctx.now.toISOString(), by: 'Trần Minh' } },
    })
    const both = await Promise.all(
      [6000, 7000].map((powerKva) => saveInterest(ctx, { interestId: id, version: 2, draft: { ...form, powerKva } })),
    )
    expect(both.map(codeOf).sort()).toEqual(['conflict', 'ok'])
  })

  it('of an older form is read by the new one, says so, and is not sent before it was saved in it', async () => {
    const { ctx, id, form } = await own(1)
    const { environmentGroup: _, ...old } = form
    await db().interest.update({ where: { id }, data: { form: old } })
    expect(await draftPage(ctx, id)).toMatchObject({
      value: {
        draft: { projectName: form.projectName, environmentGroup: null },
        since: [{ edition: 2, asks: ['environmentGroup'] }],
      },
    })
    expect(codeOf(await submitInterest(ctx, { interestId: id, version: 1, form }))).toBe('form-changed')
    expect(await db().caseFile.count({ where: { interestId: id } })).toBe(0)
    const draft = { ...old, environmentGroup: null }
    expect(codeOf(await saveInterest(ctx, { interestId: id, version: 1, draft }))).toBe('ok')
    expect(await draftPage(ctx, id)).toMatchObject({ value: { since: [], version: 2 } })
    const sent = await submitInterest(ctx, { interestId: id, version: 2, form })
    expect(codeOf(sent)).toBe('ok')
    // What was submitted in edition 1 is read with what it was not asked left open.
    await db().interest.update({ where: { id }, data: { form: old, formVersion: 1 } })
    expect(await myCase(ctx, sent.ok ? sent.value.number : '')).toMatchObject({
      value: { form: { environmentGroup: null, powerKva: form.powerKva } },
    })
  })

  it('begins for plots that hang together, and for no others', async () => {
    const ctx = await line.as('investor.vn', TODAY)
    const organizationId = ctx.actor.organizations[0]?.id ?? ''
    const drawn = (await db().plot.findMany({ where: { zone: { code: 'LS-IP-VSIP' }, commercial: 'offered' } })).map(
      (plot) => ({ code: plot.code, ring: plot.ring as [number, number][] | null }),
    )
    const near = adjacencyIn(drawn)
    const one = drawn.find((plot) => (near.get(plot) ?? []).length > 0)
    const beside = one && near.get(one)?.[0]?.plot
    const reached = new Set(one ? [one] : [])
    for (const plot of reached) for (const { plot: next } of near.get(plot) ?? []) reached.add(next)
    const apart = drawn.find((plot) => !reached.has(plot) && plot.ring)
    const together = [one?.code ?? '', beside?.code ?? '']
    expect(codeOf(await startInterest(ctx, { organizationId, plotCodes: together }))).toBe('ok')
    if (!apart) throw new Error('no plot apart')
    const scattered = [one?.code ?? '', apart.code]
    expect(codeOf(await startInterest(ctx, { organizationId, plotCodes: scattered }))).toBe('plots-apart')
    const wish = { plotCodes: scattered, zoneCode: null, runCode: null }
    expect(await newInterest(ctx, wish)).toMatchObject({ value: { whyNot: 'plots-apart' } })
    expect(await newInterest(ctx, { ...wish, plotCodes: together })).toMatchObject({ value: { whyNot: null } })
  })

  it('begun from a kept match takes its need, and shows the match in the case to both sides', async () => {
    const ctx = await line.as('investor.vn', TODAY)
    const organizationId = ctx.actor.organizations[0]?.id ?? ''
    const need = { sector: 'wood_furniture', areaMinM2: 10_000, powerKva: 350, environmentGroup: 'III' as const }
    const answer = await matchAnswer(need, ctx.now)
    if (!answer.ok) throw new Error('no match')
    const kept = await keepRun(ctx, { organizationId, needId: null, need, answer: answer.value })
    const runCode = kept.ok ? kept.value.code : ''
    const second = answer.value.results[1]
    const plotCodes = second?.plots ?? []
    const begun = await startInterest(ctx, { organizationId, plotCodes, runCode })
    expect(codeOf(begun)).toBe('ok')
    const interestId = begun.ok ? begun.value.id : ''
    expect(await draftPage(ctx, interestId)).toMatchObject({
      value: { draft: { powerKva: 350, sector: 'wood_furniture', environmentGroup: 'III' }, run: { code: runCode } },
    })
    const [other] = answer.value.excluded.flatMap(({ nearest }) => nearest.map(({ plots }) => plots))
    const elsewhere = await startInterest(ctx, { organizationId, plotCodes: other ?? [], runCode })
    expect(['not-a-choice', 'plot-not-offered']).toContain(codeOf(elsewhere))
    const stranger = await line.as('investor.cn', TODAY)
    const theirs = stranger.actor.organizations[0]?.id ?? ''
    expect(codeOf(await startInterest(stranger, { organizationId: theirs, plotCodes, runCode }))).toBe('not-found')
    expect(codeOf(await newInterest(stranger, { plotCodes, zoneCode: null, runCode }))).toBe('not-found')
    await db().document.create({
      data: {
        interestId,
        kind: 'project_proposal',
        fileName: 'a.pdf',
        mediaType: 'application/pdf',
        sizeBytes: 1,
        sha256: 'a'.repeat(64),
        storageKey: `test/${interestId}`,
      },
    })
    const sent = await submitInterest(ctx, { interestId, version: 1, form: makeForm(day(TODAY)) })
    const number = sent.ok ? sent.value.number : ''
    const { id } = await db().caseFile.findUniqueOrThrow({ where: { number } })
    expect(await matchEvidence(id, 'vi')).toMatchObject({
      code: runCode,
      rank: 2,
      feasibleCount: answer.value.feasibleCount,
      result: { plots: plotCodes, score: second?.score },
    })
  })
})
