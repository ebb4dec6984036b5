import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendar, day, facts, tracks, version, versions } from '../../../tests/published-procedures'
import { addDays } from '../time/day'
import { deadline, workingDaysBetween } from '../time/deadline'
import { CONSTRUCTION_CLASSES, type RoadmapFacts } from './facts'
import { buildRoadmap, type PlannedStep, type Roadmap } from './roadmap'

const build = (changes: Partial<RoadmapFacts> = {}) =>
  buildRoadmap({ tracks, versions, calendar, facts: facts(changes) })

const roadmap = (changes: Partial<RoadmapFacts> = {}): Roadmap => {
  const built = build(changes)
  if (!built.ok) throw new Error(JSON.stringify(built.refusal))
  return built.value
}

const refusal = (changes: Partial<RoadmapFacts>) => {
  const built = build(changes)
  return built.ok ? 'built' : built.refusal.code
}

const codes = (of: Roadmap) => of.steps.map((step) => step.code)

const step = (of: Roadmap, code: string): PlannedStep => {
  const found = of.steps.find((s) => s.code === code)
  if (!found) throw new Error(`no step ${code}`)
  return found
}

const cluster = { zoneKind: 'industrial_cluster' }
const clusterDeveloper = { ...cluster, role: 'developer', wastewaterM3PerDay: 200 } as const
const parkDeveloper = { role: 'developer' } as const

describe('the six tracks', () => {
  it('T1: a foreign tenant in a park, counted by hand', () => {
    const t1 = roadmap()
    expect(t1.track).toBe('T1')
    expect(codes(t1).join(' ')).toBe(
      'INV-00 ENT-01 INV-21 BNK-01 LND-10 LND-11 ENV-03 FIR-01 CON-02 CON-03 BUILD FIR-02 CON-04 LAB-01 RPT-01',
    )
    // 24 November 2026 is a day off: ten working days after the 23rd end on 8 December.
    expect(step(t1, 'INV-00')).toMatchObject({ startsDay: '2026-11-23', endsDay: '2026-12-08' })
    expect(step(t1, 'ENT-01')).toMatchObject({ startsDay: '2026-11-23', endsDay: '2026-11-27' })
    expect(step(t1, 'INV-21')).toMatchObject({
      startsDay: '2026-12-08',
      endsDay: '2026-12-22',
      limit: { value: 10, unit: 'working_day', assumed: false },
    })
    expect(step(t1, 'LND-10')).toMatchObject({ endsDay: '2027-01-06', limit: { assumed: true } })
    expect(step(t1, 'CON-02')).toMatchObject({ startsDay: '2027-01-06', endsDay: '2027-01-20' })
    // 180 days after Monday 25 January end on Saturday 24 July, so on Monday the 26th.
    expect(step(t1, 'BUILD')).toMatchObject({ startsDay: '2027-01-25', endsDay: '2027-07-26' })
    expect(t1.criticalPath.join(' ')).toBe('INV-00 LND-10 CON-02 CON-03 BUILD FIR-02 CON-04')
  })

  it('T2: the special procedure has no permit, appraisal nor fire design', () => {
    const t2 = roadmap({ specialProcedure: true })
    expect(t2.track).toBe('T2')
    expect(codes(t2)).toContain('INV-22')
    for (const spared of ['INV-21', 'CON-01', 'CON-02', 'CON-03', 'FIR-01', 'ENV-01']) {
      expect(codes(t2)).not.toContain(spared)
    }
    expect(step(t2, 'BNK-01').dependsOn).toEqual(['INV-22', 'ENT-01'])
    expect(step(t2, 'BUILD').dependsOn).toEqual(['INV-23'])
    const notice = step(t2, 'INV-23')
    expect(addDays(notice.startsDay, 30) <= step(t2, 'BUILD').startsDay).toBe(true)
    expect(codes(roadmap({ specialProcedure: true, constructionClass: 'IV' }))).not.toContain('CON-04')
    expect(codes(roadmap({ specialProcedure: true, foreign: false }))).not.toContain('BNK-01')
  })

  it('T2: registers or asks a permit by thresholds, and neither where nothing is discharged', () => {
    const special = { specialProcedure: true, sector: 'electronics' }
    expect(codes(roadmap({ ...special, wastewaterM3PerDay: 150 }))).toContain('ENV-02')
    expect(codes(roadmap({ ...special, wastewaterM3PerDay: 149 }))).toContain('ENV-03')
    expect(codes(roadmap({ ...special, wastewaterM3PerDay: 0 })).join()).not.toContain('ENV')
  })

  it('T3: a foreign tenant in a cluster goes to other agencies', () => {
    const t3 = roadmap({ ...cluster, constructionClass: 'II' })
    expect(t3.track).toBe('T3')
    expect(step(t3, 'INV-21').agency.vi).toBe('Sở Tài chính tỉnh Lạng Sơn')
    expect(step(t3, 'CON-02').agency.vi).toBe('Sở Xây dựng tỉnh Lạng Sơn')
    expect(step(roadmap(cluster), 'CON-02').agency.vi).toBe('UBND cấp xã')
    expect(step(t3, 'RPT-03').optional).toBe(true)
  })

  it('T4: a domestic tenant needs no certificate', () => {
    for (const zone of [{}, cluster]) {
      const t4 = roadmap({ ...zone, foreign: false })
      expect(t4.track).toBe('T4')
      expect(codes(t4).join()).not.toContain('INV-2')
    }
  })

  it('T5: a cluster developer, by the rule of the day the establishment begins', () => {
    const t5 = roadmap(clusterDeveloper)
    expect(t5.track).toBe('T5')
    expect(step(t5, 'CCN-10')).toMatchObject({
      version: 'CCN-10@2026',
      limit: { value: 37, unit: 'working_day', assumed: false },
    })
    expect(codes(t5)).toContain('INV-21')
    expect(codes(t5)).not.toContain('INV-10')
    expect(codes(roadmap({ ...clusterDeveloper, foreign: false }))).not.toContain('INV-21')
    const { value, unit } = step(t5, 'LND-02').limit
    expect({ value, unit }).toEqual(version('LND-02@2026').fallback)
    expect(step(t5, 'LND-02').limit.assumed).toBe(true)
    expect(t5.flags).toContain('works-before-land')
  })

  it('T5: a version that comes into force before the step begins is the one that holds', () => {
    // CCN-00 takes the plan past 15 September 2026.
    const across = roadmap({ ...clusterDeveloper, startDay: day('2026-08-24') })
    expect(step(across, 'CCN-10').version).toBe('CCN-10@2026')
    const before = roadmap({ ...clusterDeveloper, startDay: day('2026-08-03') })
    expect(step(before, 'CCN-10').version).toBe('CCN-10@2024')
    expect(step(before, 'CCN-10').limit.unit).toBe('day')
  })

  it('T6: a park developer; a domestic one may leave the certificate', () => {
    const t6 = roadmap(parkDeveloper)
    expect(t6.track).toBe('T6')
    expect(codes(t6)).toContain('ENV-01')
    expect(step(t6, 'CON-01').dependsOn).toEqual(['INV-20'])
    expect(step(t6, 'CON-03').dependsOn).toEqual(['CON-01'])
    const domestic = roadmap({ ...parkDeveloper, foreign: false })
    expect(step(domestic, 'INV-20').optional).toBe(true)
    expect(step(domestic, 'CON-01').dependsOn).toEqual(['INV-12'])
  })
})

describe('what facts change', () => {
  it('adds the procedures of export processing in parks, after the certificate', () => {
    const epe = roadmap({ exportProcessing: true })
    expect(step(epe, 'INV-50').dependsOn).toEqual(['INV-21'])
    expect(step(epe, 'CUS-01').dependsOn).toEqual(['INV-50'])
    const elsewhere = roadmap({ ...cluster, exportProcessing: true })
    expect(codes(elsewhere)).not.toContain('INV-50')
    expect(elsewhere.flags).toContain('export-processing-parks-only')
  })

  it('asks for policy approval of State land in border communes', () => {
    const border = { stateLandInBorderCommune: true }
    const inPark = roadmap(border)
    expect(codes(inPark)).not.toContain('INV-21')
    expect(step(inPark, 'INV-20').dependsOn).toEqual(['INV-11'])
    const inCluster = roadmap({ ...cluster, ...border })
    expect(step(inCluster, 'INV-20').dependsOn).toEqual(['INV-10'])
    const developer = roadmap({ ...clusterDeveloper, ...border })
    expect(codes(developer)).toContain('INV-10')
    expect(codes(developer)).toContain('INV-20')
    expect(codes(roadmap({ ...border, foreign: false }))).toContain('INV-11')
    expect(codes(roadmap({ ...border, specialProcedure: true })).join()).not.toContain('INV-1')
    expect(codes(roadmap({ ...border, ...parkDeveloper })).filter((c) => c.startsWith('INV-1'))).toEqual(['INV-12'])
  })

  it('puts the appraisal in the place of the permit for works of class I', () => {
    const great = roadmap({ constructionClass: 'I' })
    expect(codes(great)).not.toContain('CON-02')
    expect(step(great, 'CON-03').dependsOn).toEqual(['LND-10', 'ENV-03', 'FIR-01', 'CON-01'])
    expect(step(great, 'CON-04').limit.value).toBe(16)
    expect(step(roadmap(), 'CON-04').limit.value).toBe(12)
  })

  it('takes other assumptions when given', () => {
    const assumptions = { 'INV-00': { value: 1, unit: 'day' } } as const
    const built = buildRoadmap({ tracks, versions, calendar, facts: facts(), assumptions })
    expect(built.ok && step(built.value, 'INV-00').limit).toEqual({ value: 1, unit: 'day', assumed: true })
    expect(built.ok && step(built.value, 'CON-03').limit).toEqual({ value: 5, unit: 'working_day', assumed: true })
  })
})

describe('refusals', () => {
  it('names why no roadmap can be drawn', () => {
    expect(refusal({ zoneKind: 'planned_complex' })).toBe('track-not-found')
    expect(refusal({ ...cluster, specialProcedure: true })).toBe('track-not-found')
    expect(refusal({ startDay: day('2027-03-01') })).toBe('procedure-not-published')
    expect(refusal({ startDay: day('2026-02-02') })).toBe('procedure-not-published')
    expect(refusal({ constructionDays: 600 })).toBe('calendar-not-published')
    expect(refusal({ constructionDays: 0 })).toBe('out-of-range')
  })

  it('refuses versions that wait for each other', () => {
    const circular = versions.map((v) => (v.code === 'INV-00' ? { ...v, dependsOn: ['INV-21'] } : v))
    const built = buildRoadmap({ tracks, versions: circular, calendar, facts: facts() })
    expect(!built.ok && built.refusal.code).toBe('conflict')
  })
})

describe('a plan beyond what is published', () => {
  const open = (changes: Partial<RoadmapFacts>) => {
    const built = buildRoadmap({ tracks, versions, calendar, facts: facts(changes), beyondCalendar: 'open' })
    if (!built.ok) throw new Error(JSON.stringify(built.refusal))
    return built.value
  }

  it('is the same as ever where everything is published', () => {
    expect(open({})).toEqual(roadmap())
    expect(open({}).steps.some((planned) => planned.versionToConfirm)).toBe(false)
  })

  it('leaves the days after the calendar open, and all that follow', () => {
    const long = open({ constructionDays: 600 })
    const of = (code: string) => long.steps.find((s) => s.code === code)
    expect(of('INV-21')).toMatchObject({ startsDay: '2026-12-08', endsDay: '2026-12-22' })
    expect(of('BUILD')).toMatchObject({ startsDay: '2027-01-25', endsDay: null, limit: { value: 600 } })
    expect(of('CON-04')).toMatchObject({
      startsDay: null,
      endsDay: null,
      limit: { value: 12 },
      versionToConfirm: false,
    })
    expect(long).toMatchObject({ criticalPath: null, workingDays: null })
    expect(long.flags).toContain('beyond-calendar')
  })

  it('takes the latest version and thresholds where none covers the day, and says so', () => {
    const late = open({ startDay: day('2027-03-01') })
    const env = late.steps.find((s) => s.code === 'ENV-03')
    expect(env).toMatchObject({ version: 'ENV-03', versionToConfirm: true })
    expect(late.steps.find((s) => s.code === 'INV-21')?.versionToConfirm).toBe(false)
    expect(late.flags).toContain('version-to-confirm')
    expect(late.workingDays).toBeGreaterThan(100)
  })

  it('adds up the stages of a limit it cannot date', () => {
    const late = open({ ...clusterDeveloper, startDay: day('2027-12-30') })
    expect(late.steps.find((s) => s.code === 'CCN-10')).toMatchObject({
      startsDay: null,
      limit: { value: 37, unit: 'working_day' },
    })
  })

  it('still refuses what has no track, and days before the calendar', () => {
    const verdict = (changes: Partial<RoadmapFacts>) => {
      const built = buildRoadmap({ tracks, versions, calendar, facts: facts(changes), beyondCalendar: 'open' })
      return built.ok ? 'built' : built.refusal.code
    }
    expect(verdict({ zoneKind: 'planned_complex' })).toBe('track-not-found')
    expect(verdict({ constructionDays: 0 })).toBe('out-of-range')
    expect(verdict({ startDay: day('2026-02-02') })).toBe('procedure-not-published')
  })
})

const anyFacts: fc.Arbitrary<RoadmapFacts> = fc
  .record({
    role: fc.constantFrom('tenant' as const, 'developer' as const),
    zoneKind: fc.constantFrom('industrial_park', 'industrial_cluster'),
    foreign: fc.boolean(),
    sector: fc.constantFrom('electronics', 'textile_garment', '3822', null),
    wastewaterM3PerDay: fc.option(fc.nat(300)),
    gasM3PerHour: fc.option(fc.nat(150_000)),
    constructionClass: fc.option(fc.constantFrom(...CONSTRUCTION_CLASSES)),
    constructionDays: fc.integer({ min: 1, max: 400 }),
    specialProcedure: fc.boolean(),
    exportProcessing: fc.boolean(),
    stateLandInBorderCommune: fc.boolean(),
    startOffset: fc.integer({ min: 0, max: 250 }),
  })
  .map(({ startOffset, ...rest }) => ({ ...rest, startDay: addDays(day('2026-07-01'), startOffset) }))

const everyRoadmap = (check: (built: Roadmap, of: RoadmapFacts) => void) => {
  let built = 0
  fc.assert(
    fc.property(anyFacts, (of) => {
      const result = buildRoadmap({ tracks, versions, calendar, facts: of })
      if (!result.ok) {
        expect(['track-not-found', 'procedure-not-published', 'calendar-not-published']).toContain(result.refusal.code)
        return
      }
      built += 1
      check(result.value, of)
    }),
    { numRuns: 80 },
  )
  expect(built).toBeGreaterThan(10)
}

describe('every roadmap', () => {
  it('begins a step on the day the last thing it waits for ended, and ends it by the deadline rule', () => {
    everyRoadmap((built, of) => {
      for (const planned of built.steps) {
        const ends = planned.dependsOn.map((code) => step(built, code).endsDay)
        expect(planned.startsDay).toBe([of.startDay, ...ends].sort().at(-1))
        const due = deadline(calendar, {
          received: planned.startsDay,
          limit: planned.limit.value,
          unit: planned.limit.unit,
        })
        expect(due.ok && due.value.due).toBe(planned.endsDay)
      }
    })
  })

  it('uses versions in force when their steps begin, each step once', () => {
    everyRoadmap((built) => {
      expect(new Set(codes(built)).size).toBe(built.steps.length)
      for (const planned of built.steps) {
        const { procedure, effectiveFrom, effectiveTo } = version(planned.version)
        expect(procedure).toBe(planned.code)
        expect(effectiveFrom <= planned.startsDay).toBe(true)
        expect(effectiveTo === null || planned.startsDay <= effectiveTo).toBe(true)
      }
    })
  })

  it('has a connected critical path that fills the time to the last firm end', () => {
    everyRoadmap((built, of) => {
      const path = built.criticalPath.map((code) => step(built, code))
      const firm = built.steps.filter((s) => !s.optional)
      expect(path.every((s) => !s.optional)).toBe(true)
      expect(path[0]?.startsDay).toBe(of.startDay)
      expect(path.at(-1)?.endsDay).toBe(
        firm
          .map((s) => s.endsDay)
          .sort()
          .at(-1),
      )
      path.slice(1).forEach((next, i) => {
        expect(next.startsDay).toBe(path[i]?.endsDay)
        expect(next.dependsOn).toContain(path[i]?.code)
      })
      const spans = path.map((s) => {
        const span = workingDaysBetween(calendar, s.startsDay, s.endsDay)
        return span.ok ? span.value : Number.NaN
      })
      expect(spans.reduce((sum, span) => sum + span, 0)).toBe(built.workingDays)
    })
  })

  it('never ends earlier when the works take longer', () => {
    everyRoadmap((built, of) => {
      const longer = buildRoadmap({
        tracks,
        versions,
        calendar,
        facts: { ...of, constructionDays: of.constructionDays + 30 },
      })
      if (longer.ok) expect(longer.value.workingDays).toBeGreaterThanOrEqual(built.workingDays)
      else expect(longer.refusal.code).toBe('calendar-not-published')
    })
  })

  it('has the special procedure in parks alone, for tenants who asked for it', () => {
    everyRoadmap((built, of) => {
      const special = of.specialProcedure && of.role === 'tenant' && of.zoneKind === 'industrial_park'
      expect(codes(built).includes('INV-22')).toBe(special)
    })
  })
})
