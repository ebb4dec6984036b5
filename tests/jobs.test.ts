import { strFromU8, unzipSync } from 'fflate'
import { expect, it, vi } from 'vitest'
import { orderExport } from '~/commands/land/order-export.server'
import type { GrantedRole } from '~/domain/party/permission'
import type { Day } from '~/domain/time/day'
import type { Database } from '~/infra/db.server'
import { readFileBytes } from '~/infra/files.server'
import { actorOf } from '~/infra/session.server'
import type { Ctx } from '~/infra/transact.server'
import { JOBS } from '~/jobs/kinds'
import { runJobs, startJobs, sweepJobFiles } from '~/jobs/run-jobs'
import { jobFile, myJob, myJobs } from '~/queries/report/my-jobs.server'
import { makePerson } from '../prisma/seed/factories'
import { describeDatabases } from './database'

vi.setConfig({ testTimeout: 120_000 })

async function person(database: Database, name: string, role: GrantedRole, zoneCode?: string): Promise<Ctx> {
  const fromDay = '2020-01-01' as Day
  const id = await makePerson(database.prisma, {
    name,
    fullName: name,
    lang: 'vi',
    role,
    zoneCode,
    fromDay,
    passwordHash: 'none',
  })
  const actor = await actorOf(id)
  if (!actor) throw new Error('the person was just made')
  return { actor, now: new Date('2026-03-02T03:00:00Z') }
}

const [OWN, FOREIGN] = ['LS-IP-DONGBANH', 'LS-IP-VSIP']

async function plots(database: Database): Promise<void> {
  const zoneOf = async (code: string) => (await database.prisma.zone.findUniqueOrThrow({ where: { code } })).id
  const row = { areaM2: 20_000, readiness: 'planned', commercial: 'offered', publication: 'draft' }
  const ring = [
    [106, 21],
    [106.001, 21],
    [106.001, 21.001],
    [106, 21],
  ]
  await database.prisma.plot.createMany({
    data: [
      { ...row, code: 'X-1', zoneId: await zoneOf(OWN), block: '=1+1', note: '@SUM(A1) "quoted", <b>', ring },
      { ...row, code: 'X-2', zoneId: await zoneOf(OWN), block: '-2', readinessSince: new Date('2026-01-05') },
      { ...row, code: 'Y-1', zoneId: await zoneOf(FOREIGN) },
    ],
  })
}

async function made(ctx: Ctx, format: 'xlsx' | 'csv' | 'geojson', filter: Record<string, string> = {}) {
  const ordered = await orderExport(ctx, { filter, format, lang: 'en' })
  if (!ordered.ok) throw new Error(ordered.refusal.code)
  await runJobs()
  const file = await jobFile(ctx, ordered.value.jobId)
  if (!file.ok) throw new Error(file.refusal.code)
  return { id: ordered.value.jobId, bytes: await readFileBytes(file.value.storageKey) }
}

describeDatabases('long work', (open) => {
  it('exports the own zones only, in three formats, and nothing a spreadsheet would take for a formula', async () => {
    const database = await open()
    await plots(database)
    const developer = await person(database, 'developer.own', 'developer', OWN)
    const officer = await person(database, 'officer.jobs', 'officer')

    const csv = await made(developer, 'csv')
    const lines = new TextDecoder('utf-8', { ignoreBOM: true }).decode(csv.bytes).split('\r\n')
    expect(lines[0]).toMatch(/^\uFEFFPlot code \[code\],Zone code \[zone\],/)
    expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(['X-1', 'X-2', ''])
    expect(lines[1]).toContain(`,'=1+1,`)
    expect(lines[1]).toContain(`"'@SUM(A1) ""quoted"", <b>"`)
    expect(lines[2]).toContain(`,'-2,`)

    const sheet = strFromU8(
      unzipSync((await made(developer, 'xlsx')).bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array(),
    )
    expect(sheet).not.toContain('<f>')
    expect(sheet).toContain('<c t="inlineStr" s="1"><is><t xml:space="preserve">=1+1</t></is></c>')
    expect(sheet).toContain('&lt;b&gt;')
    expect(sheet).not.toContain('Y-1')
    expect(sheet).toContain('Planned')

    const geojson = JSON.parse(new TextDecoder().decode((await made(officer, 'geojson')).bytes))
    expect(geojson.features.map((feature: { properties: { code: string } }) => feature.properties.code)).toEqual([
      'X-1',
      'X-2',
      'Y-1',
    ])
    expect(geojson.features[0].geometry.coordinates[0][1]).toEqual([106.001, 21])

    const none = await made(officer, 'csv', { publication: 'published' })
    expect(new TextDecoder().decode(none.bytes).split('\r\n')).toHaveLength(2)

    expect(await jobFile(officer, csv.id)).toMatchObject({ refusal: { code: 'not-found' } })
    expect(await myJob(officer, csv.id)).toMatchObject({ refusal: { code: 'not-found' } })
    expect((await myJobs(officer)).every((job) => job.id !== csv.id)).toBe(true)
    expect(await myJob(developer, csv.id)).toMatchObject({ ok: true, value: { state: 'done', done: 2, total: 2 } })

    const intake = await person(database, 'auditor.jobs', 'agency')
    expect(await orderExport(intake, { filter: {}, format: 'csv', lang: 'vi' })).toMatchObject({
      refusal: { code: 'not-allowed' },
    })

    // A week later the bytes are gone and the row says so.
    await database.prisma.job.updateMany({ data: { finishedAt: new Date('2020-01-01') } })
    await sweepJobFiles()
    expect(await myJob(developer, csv.id)).toMatchObject({ value: { file: null, hadFile: true } })
  })

  it('takes a job once, again when its process is gone, three times at most, and gives it back when stopped', async () => {
    const database = await open()
    const officer = await person(database, 'officer.once', 'officer')
    const work = vi.spyOn(JOBS, 'export_land')
    const order = async () => {
      const ordered = await orderExport(officer, { filter: {}, format: 'csv', lang: 'vi' })
      return ordered.ok ? ordered.value.jobId : ''
    }
    const one = await order()
    await Promise.all([runJobs(), runJobs()])
    expect(work).toHaveBeenCalledTimes(1)

    const stateOf = (id: string) => database.prisma.job.findUniqueOrThrow({ where: { id } })
    await database.prisma.job.update({ where: { id: one }, data: { state: 'running', heardAt: new Date() } })
    await runJobs()
    expect(work).toHaveBeenCalledTimes(1)
    await database.prisma.$executeRaw`UPDATE "Job" SET "heardAt" = now() - interval '2 minutes'`
    await runJobs()
    expect(work).toHaveBeenCalledTimes(2)
    expect(await stateOf(one)).toMatchObject({ state: 'done', attempts: 2 })

    work.mockRejectedValue(new Error('always'))
    const bad = await order()
    for (let round = 0; round < 5; round += 1) await runJobs()
    expect(await stateOf(bad)).toMatchObject({ state: 'failed', attempts: 3, error: 'unavailable' })

    let begun = () => {}
    const beginning = new Promise<void>((resolve) => {
      begun = resolve
    })
    work.mockImplementation(
      (_input, { signal }) =>
        new Promise((_, reject) => {
          begun()
          signal.addEventListener('abort', () => reject(signal.reason))
        }),
    )
    const stop = startJobs()
    const left = await order()
    await beginning
    await stop()
    expect(await stateOf(left)).toMatchObject({ state: 'queued', attempts: 0 })
    work.mockRestore()
  })
})
