import { beforeAll, expect, it } from 'vitest'
import { type Actor, VISITOR } from '~/domain/party/permission'
import { flushReads, recordRead, sweepAccessLog } from '~/infra/access-log.server'
import { now } from '~/infra/clock.server'
import { db } from '~/infra/db.server'
import { hashToken, type Visit } from '~/infra/session.server'
import { accessEntries } from '~/queries/report/access-entries.server'
import { type CaseLine, caseLine } from './case-line'
import { describeDatabases } from './database'

const NONE = { reader: '', about: '', caseNumber: '' }

describeDatabases('who read personal data', (open) => {
  let line: CaseLine
  let number = ''
  const visit = (actor: Actor): Visit => ({
    actor,
    lang: 'vi',
    now: now(),
    ip: '127.0.0.1',
    requestId: 'request-1',
    setCookie: null,
  })
  const read = async (name: string, url: string, own: Partial<{ method: string; status: number }> = {}) =>
    recordRead({ method: 'GET', status: 200, url, ...own }, visit((await line.as(name, '2026-11-18')).actor))

  beforeAll(async () => {
    await open('demo')
    line = await caseLine()
    const plot = await db().plot.findFirstOrThrow({
      where: { publication: 'published', commercial: 'offered', zone: { code: 'LS-IP-VSIP' } },
      orderBy: { code: 'asc' },
    })
    number = await line.submitted(plot.code)
  })

  it('keeps who read which case, file and account, and nothing else', async () => {
    const { id: caseId } = await db().caseFile.findUniqueOrThrow({ where: { number } })
    const file = await db().document.findFirstOrThrow({ where: { caseId } })
    const officer2 = line.ids.get('officer2') ?? ''
    await read('officer', `/vi/office/cases/${number}?after=1`)
    await read('officer', `/vi/office/cases/${number}.data?_routes=x`)
    await read('officer', `/vi/files/${file.id}`)
    await read('admin', `/vi/office/admin/people/${officer2}`)
    await read('agency.env', '/vi/office/steps?q=Trần+Minh')
    // Land, what was refused, what was written, and an investor's own case are nobody's reading.
    await read('officer', '/vi/office/plots')
    await read('officer2', `/vi/office/cases/${number}`, { status: 403 })
    await read('officer2', `/vi/office/cases/${number}/note`, { method: 'POST' })
    await read('investor.vn', `/vi/my/cases/${number}`)
    await read('investor.vn', `/vi/files/${file.id}`)
    recordRead({ method: 'GET', status: 200, url: '/vi/office' }, visit(VISITOR))
    await flushReads()
    expect(await db().accessLog.count()).toBe(5)
    const all = await accessEntries(NONE)
    expect(all.rows.map(({ kind, caseNumber, role }) => [kind, caseNumber, role])).toEqual([
      ['list', null, 'agency'],
      ['person', null, 'admin'],
      ['file', number, 'officer'],
      ['case', number, 'officer'],
      ['case', number, 'officer'],
    ])
    expect(JSON.stringify(all.rows)).not.toContain('Minh')
    expect((await accessEntries({ ...NONE, caseNumber: number })).rows).toHaveLength(3)
    expect((await accessEntries({ ...NONE, reader: 'agency.env@' })).rows).toHaveLength(1)
    expect((await accessEntries({ ...NONE, about: 'officer2@' })).rows).toMatchObject([{ about: 'Nông Văn Đức' }])
    expect((await accessEntries({ ...NONE, caseNumber: 'CM-2026-999999' })).rows).toEqual([])
  })

  it('keeps what a developer reads of a case, and what is read over a link, without the link', async () => {
    const { id: caseId } = await db().caseFile.findUniqueOrThrow({ where: { number } })
    await line.inAssessment(number)
    const { id } = await db().developerRequest.findUniqueOrThrow({ where: { caseId } })
    const { id: question } = await db().consultation.create({
      data: {
        caseId,
        agencyName: 'Sở Công Thương',
        contactName: 'Bà B',
        email: 'b@example.test',
        question: 'x',
        silence: 'no_answer',
        askedById: line.ids.get('officer') ?? '',
        askedAt: now(),
        dueDay: now(),
        tokenHashes: [hashToken('to-ken')],
      },
    })
    await read('developer.huulung', `/vi/desk/requests/${id}`)
    recordRead({ method: 'GET', status: 200, url: '/vi/consultations/to-ken' }, visit(VISITOR))
    recordRead({ method: 'GET', status: 404, url: '/vi/consultations/none' }, visit(VISITOR))
    await flushReads()
    const { rows } = await accessEntries({ ...NONE, caseNumber: number })
    expect(rows.slice(0, 2)).toMatchObject([
      { kind: 'consultation', about: question, role: 'agency', who: { email: 'b@example.test' } },
      { kind: 'request', role: 'developer', who: { email: 'developer.huulung@demo.cotmoc.test' } },
    ])
    expect(JSON.stringify(rows)).not.toContain('to-ken')
    expect((await accessEntries({ ...NONE, reader: 'b@example' })).rows).toHaveLength(1)
  })

  it('is changed by nobody, and erased after 24 months by the sweep alone', async () => {
    await expect(db().accessLog.updateMany({ data: { address: '/' } })).rejects.toThrow()
    await expect(db().accessLog.deleteMany({})).rejects.toThrow()
    await expect(db().$executeRaw`TRUNCATE "AccessLog"`).rejects.toThrow()
    const old = { personId: line.ids.get('officer') ?? '', actorRole: 'officer', kind: 'list', address: '/vi/office' }
    const years = (count: number) => new Date(now().getTime() - count * 366 * 24 * 3_600_000)
    await db().accessLog.createMany({
      data: [
        { ...old, at: years(3), requestId: 'a' },
        { ...old, at: years(1), requestId: 'b' },
      ],
    })
    await sweepAccessLog()
    expect(await db().accessLog.count({ where: { requestId: 'a' } })).toBe(0)
    expect(await db().accessLog.count()).toBe(8)
  })

  it('takes a thousand reads in one statement', async () => {
    const before = await db().accessLog.count()
    const { actor } = await line.as('officer', '2026-11-18')
    const started = performance.now()
    for (let i = 0; i < 1000; i += 1) recordRead({ method: 'GET', status: 200, url: '/vi/office' }, visit(actor))
    const spent = performance.now() - started
    await flushReads()
    expect(await db().accessLog.count()).toBe(before + 1000)
    // What the answer waits for: a line in memory.
    expect(spent).toBeLessThan(200)
  })
})
