import { beforeAll, expect, it } from 'vitest'
import { receiveCase } from '~/commands/case/receive-case.server'
import { refuseDossier } from '~/commands/case/refuse-dossier.server'
import { setLetterScheme } from '~/commands/case/set-letter-scheme.server'
import { addDivision } from '~/commands/party/add-division.server'
import { editDivision } from '~/commands/party/edit-division.server'
import { grantRole } from '~/commands/party/grant-role.server'
import { retireDivision } from '~/commands/party/retire-division.server'
import { db } from '~/infra/db.server'
import type { Ctx } from '~/infra/transact.server'
import { letterSchemePage } from '~/queries/case/letter-scheme.server'
import { divisions } from '~/queries/party/divisions.server'
import { roleScopes } from '~/queries/party/role-scopes.server'
import { type CaseLine, caseLine, codeOf, day, present, versionOf } from './case-line'
import { describeDatabases } from './database'

describeDatabases('what the office sets of itself', (open) => {
  let line: CaseLine
  let head: Ctx
  beforeAll(async () => {
    await open('demo')
    line = await caseLine()
    head = await line.as('head', '2026-11-17')
  })

  it('numbers letters by its own scheme, with a look at the next ones, and never a number that was given', async () => {
    const set = async (scheme: string, seenScheme: string, who = 'head') => {
      const ctx = await line.as(who, '2026-11-17')
      const verdict = await setLetterScheme(ctx, { scheme, seenScheme, reason: 'Quy chế văn thư' })
      return verdict.ok ? 'ok' : `${verdict.refusal.code} ${verdict.refusal.field ?? ''}`.trim()
    }
    const DEFAULT = '{number}/{year}/{kind}-CM'
    for (const who of ['officer', 'intake', 'auditor', 'admin', 'investor.vn'])
      expect([who, await set('{number}/{year}', DEFAULT, who)]).toEqual([who, 'not-allowed'])
    expect(await set('{year}/TB', DEFAULT)).toBe('scheme-parts scheme')
    expect(await set('{number}/TB', DEFAULT)).toBe('scheme-parts scheme')
    expect(await set('{number}/{year}', 'something else')).toBe('conflict')
    expect(await set(DEFAULT, DEFAULT)).toBe('nothing-to-change scheme')

    const receive = async (plot: string) => {
      const number = await line.submitted(plot)
      const input = { number, version: 1, officialCode: null, checks: await present('2026-11-17') }
      expect(codeOf(await receiveCase(await line.as('intake', '2026-11-17'), input))).toBe('ok')
      return (await db().letter.findFirstOrThrow({ where: { case: { number } } })).number
    }
    const next = async (typed: string | null = null) => {
      const page = await letterSchemePage(head, typed)
      const row = page.rows.find(({ kind }) => kind === 'official_receipt')
      return [row?.next, row?.tried, page.trial?.refusal?.code ?? null]
    }
    expect(await next()).toEqual(['01/2026/GTN-CM', null, null])
    expect(await receive('HL-A1')).toBe('01/2026/GTN-CM')
    expect(await receive('HL-A2')).toBe('02/2026/GTN-CM')
    expect(await next()).toEqual(['03/2026/GTN-CM', null, null])

    // One series for all kinds that would begin at 01 and meet numbers that were given with the kind's symbol.
    expect(await next('{number}/{year}/GTN-CM')).toEqual(['03/2026/GTN-CM', '01/2026/GTN-CM', 'number-taken'])
    expect(await set('{number}/{year}/GTN-CM', DEFAULT)).toBe('number-taken scheme')
    expect(await next('{number}')).toEqual(['03/2026/GTN-CM', null, 'scheme-parts'])
    expect(await next('{year}.{number}(XT)')).toEqual(['03/2026/GTN-CM', '2026.01(XT)', null])
    expect(await set('{year}.{number}(XT)', DEFAULT)).toBe('ok')
    const third = await line.submitted('HL-A3')
    const refusal = { number: third, version: 1, reason: 'not_eligible' as const, text: 'Ngoài phạm vi' }
    expect(codeOf(await refuseDossier(await line.as('intake', '2026-11-17'), refusal))).toBe('ok')
    expect((await db().letter.findFirstOrThrow({ where: { case: { number: third } } })).number).toBe('2026.01(XT)')
    // Back to the scheme before: its series goes on where it stood.
    expect(await set(DEFAULT, '{year}.{number}(XT)', 'director')).toBe('ok')
    expect(await receive('HL-B1')).toBe('03/2026/GTN-CM')
    const { changes } = await letterSchemePage(head, null)
    expect(changes.map(({ from, to }) => [from, to])).toEqual([
      ['{year}.{number}(XT)', DEFAULT],
      [DEFAULT, '{year}.{number}(XT)'],
    ])
  })

  it('adds, renames and gives up divisions; one in use stays, and nobody is put into one that was given up', async () => {
    const name = { vi: 'Phòng Hậu kiểm', en: 'Follow-up division', zh: '事后监管处' }
    const officer = await line.as('officer', '2026-11-17')
    expect(codeOf(await addDivision(officer, { name, zoneKinds: [] }))).toBe('not-allowed')
    const taken = await addDivision(head, { name, zoneKinds: ['industrial_cluster'] })
    expect(!taken.ok && taken.refusal).toMatchObject({
      code: 'zone-kind-taken',
      field: 'zoneKinds',
      values: { division: 'Phòng Cụm công nghiệp' },
    })
    const keys = [await addDivision(head, { name, zoneKinds: [] }), await addDivision(head, { name, zoneKinds: [] })]
    expect(keys.map((made) => made.ok && made.value.key)).toEqual(['phong-hau-kiem', 'phong-hau-kiem-2'])

    const edit = async (key: string, version: number, zoneKinds: ('industrial_cluster' | 'planned_complex')[]) =>
      codeOf(await editDivision(head, { key, version, name: { ...name, vi: 'Phòng Giám sát' }, zoneKinds }))
    expect(await edit('nowhere', 1, [])).toBe('not-found')
    expect(await edit('phong-hau-kiem', 1, ['industrial_cluster'])).toBe('zone-kind-taken')
    expect(await edit('phong-hau-kiem', 1, [])).toBe('ok')
    expect(await edit('phong-hau-kiem', 1, [])).toBe('conflict')
    expect((await divisions(head)).unkept).toEqual([])

    const give = async (key: string, version: number) => {
      const verdict = await retireDivision(head, { key, version, reason: 'Sắp xếp lại bộ máy' })
      return verdict.ok ? 'ok' : [verdict.refusal.code, verdict.refusal.values]
    }
    const parks = await db().division.findUniqueOrThrow({ where: { key: 'parks' } })
    expect(await give('parks', parks.version)).toEqual(['division-in-use', { cases: expect.any(Number), people: 2 }])
    const join = async (key: string) =>
      codeOf(
        await grantRole(await line.as('admin', '2026-11-17'), {
          personId: line.ids.get('intake') ?? '',
          role: 'officer',
          ...{ zoneCode: null, agencyKey: null, divisionKey: key },
          ...{ fromDay: day('2026-12-01'), untilDay: null },
        }),
      )
    expect(await join('phong-hau-kiem')).toBe('ok')
    // Whoever is to come counts.
    expect(await give('phong-hau-kiem', 2)).toEqual(['division-in-use', { cases: 0, people: 1 }])
    expect(await give('phong-hau-kiem-2', 2)).toEqual([
      'conflict',
      expect.objectContaining({ by: head.actor.fullName, act: expect.stringContaining('division.') }),
    ])
    expect(await give('phong-hau-kiem-2', 1)).toBe('ok')
    expect(await give('phong-hau-kiem-2', 2)).toEqual(['state-forbids', undefined])
    expect(await edit('phong-hau-kiem-2', 2, [])).toBe('state-forbids')
    expect(await join('phong-hau-kiem-2')).toBe('not-a-choice')
    expect((await roleScopes('vi')).divisions.map(({ value }) => value)).toEqual([
      'parks',
      'clusters',
      'phong-hau-kiem',
    ])

    const page = await divisions(await line.as('auditor', '2026-11-17'))
    expect(page.mayWrite).toBe(false)
    expect(page.rows.map(({ key, retiredOn }) => [key, retiredOn])).toEqual([
      ['parks', null],
      ['clusters', null],
      ['phong-hau-kiem', null],
      ['phong-hau-kiem-2', '2026-11-17'],
    ])
    expect(page.rows[0]?.people.map(({ fullName, role }) => [fullName, role])).toEqual([
      ['Hoàng Thị Lan', 'officer'],
      ['Lương Văn Hải', 'head'],
    ])
    expect(page.rows[2]?.people).toMatchObject([{ fullName: 'Vi Thị Mai', coming: true }])

    // A case goes to the division that keeps its zone's kind when it is submitted, and stays there.
    const before = await line.submitted('HL-B2')
    const kindless = await editDivision(head, {
      ...{ key: 'parks', version: parks.version, name: parks.nameText as unknown as typeof name },
      zoneKinds: ['planned_complex', 'economic_zone_area'],
    })
    expect(codeOf(kindless)).toBe('ok')
    expect((await divisions(head)).unkept).toEqual(['industrial_park'])
    const after = await line.submitted('HL-B3')
    const divisionOf = async (number: string) =>
      (await db().caseFile.findUniqueOrThrow({ where: { number } })).divisionKey
    expect([await divisionOf(before), await divisionOf(after)]).toEqual(['parks', null])
    expect(await versionOf(after)).toBe(1)
    const acts = await db().auditEntry.findMany({ where: { subjectKind: 'division' }, orderBy: { id: 'asc' } })
    expect(acts.map(({ act }) => act)).toEqual([
      'division.add',
      'division.add',
      'division.edit',
      'division.retire',
      'division.edit',
    ])
  })
})
