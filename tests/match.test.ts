import { beforeAll, expect, it } from 'vitest'
import { openApi } from '~/documents/report/openapi'
import type { MatchAnswer } from '~/domain/match/match'
import { dayInVietnam } from '~/domain/time/day'
import { now } from '~/infra/clock.server'
import { db } from '~/infra/db.server'
import { sayMistakes } from '~/infra/http.server'
import { forgetReference } from '~/infra/reference.server'
import { forgetSnapshot } from '~/infra/snapshot.server'
import { refusalSentence } from '~/locales/refusal-sentence'
import { action } from '~/routes/api/match'
import { loadDemo } from '../prisma/seed/demo'
import { describeDatabases } from './database'
import { misfits } from './json-schema'

const wanted = { sector: 'wood_furniture', areaMinM2: 30_000, areaMaxM2: 60_000, powerKva: 500 }

describeDatabases('POST /match', (open) => {
  beforeAll(async () => {
    const { prisma } = await open()
    forgetReference()
    await loadDemo(prisma, dayInVietnam(now()))
    forgetSnapshot()
  })

  const post = async (body: unknown, headers: Record<string, string> = { 'Content-Type': 'application/json' }) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    const request = new Request('http://localhost/api/v1/match', { method: 'POST', body: text, headers })
    return action({ request, params: {}, context: {} as never } as never)
  }
  const match = async (need: object): Promise<MatchAnswer> => (await post(need)).json()
  const wrong = async (need: object): Promise<[number, string[]]> => {
    const answer = await post(need)
    const { errors } = (await answer.json()) as { errors: { path: string; code: string }[] }
    expect(answer.headers.get('Content-Type')).toContain('application/problem+json')
    return [answer.status, errors.map(({ path, code }) => `${path} ${code}`)]
  }

  it('answers in the shape it describes, the same bytes each time', async () => {
    const need = { ...wanted, allowSets: true, maxDistanceKm: { huu_nghi: 90 }, environmentGroup: 'III', foreign: true }
    const first = await post(need)
    const text = await first.text()
    expect(first.status).toBe(200)
    const schemas = openApi.components.schemas as never
    expect(misfits({ $ref: '#/components/schemas/Match' } as never, JSON.parse(text), schemas, 'match')).toEqual([])
    expect(await (await post(need)).text()).toBe(text)
    const answer = JSON.parse(text) as MatchAnswer
    expect(answer.results.length).toBe(Math.min(50, answer.feasibleCount))
    expect(answer.results.some(({ plots }) => plots.length > 1)).toBe(true)
    for (const { change, gains } of answer.relaxations) {
      expect((await match({ ...need, ...change })).feasibleCount - answer.feasibleCount).toBe(gains)
    }
  })

  it('names the field that is wrong, and says when a need is larger than any zone', async () => {
    expect(await wrong({ ...wanted, areaMaxM2: 20_000 })).toEqual([422, ['areaMaxM2 range-reversed']])
    expect(await wrong({ ...wanted, areaMinM2: 1e12, areaMaxM2: null })).toEqual([422, ['areaMinM2 out-of-range']])
    expect(await wrong({ ...wanted, readyBy: '2020-02-29' })).toEqual([422, ['readyBy day-past']])
    expect(await wrong({ ...wanted, readyBy: '2027-02-30' })).toEqual([422, ['readyBy not-a-day']])
    expect(await wrong({ ...wanted, sector: 'gold', zones: ['X'], maxDistanceKm: { moon: 1 } })).toEqual([
      422,
      ['sector not-a-choice', 'zones not-a-choice', 'maxDistanceKm.moon not-a-choice'],
    ])
    const zero = { price: 0, readiness: 0, distance: 0, areaFit: 0, headroom: 0, sectorPriority: 0 }
    expect(await wrong({ ...wanted, weights: zero })).toEqual([422, ['weights weights-zero']])
    expect(await wrong({ ...wanted, weights: { ...zero, price: -1 } })).toEqual([422, ['weights.price out-of-range']])
    expect(await wrong({ ...wanted, colour: 'red' })).toEqual([422, ['colour unknown-parameter']])
    expect(await wrong({ sector: 'logistics' })).toEqual([422, ['areaMinM2 required']])
    expect(await wrong({ ...wanted, sector: { vsicVersion: '2018', code: 'x' } })).toEqual([
      422,
      ['sector.code invalid-form'],
    ])
    expect(await wrong({ ...wanted, weights: { speed: 1, price: 'x' } })).toEqual([
      422,
      ['weights.price not-a-number', 'weights.speed unknown-parameter'],
    ])
    const types = { areaMinM2: '3', readyBy: 20270101, zoneKinds: 'industrial_park', maxDistanceKm: [], weights: 1 }
    expect(await wrong({ ...wanted, ...types })).toEqual([
      422,
      [
        'areaMinM2 not-a-number',
        'readyBy not-a-day',
        ...Object.keys(types)
          .slice(2)
          .map((key) => `${key} not-a-choice`),
      ],
    ])
    sayMistakes(refusalSentence('en'))
    const { errors } = await (await post({ ...wanted, areaMinM2: -1 })).json()
    expect(errors).toEqual([{ path: 'areaMinM2', code: 'out-of-range', message: 'Enter a value from 1 to 100000000.' }])
    expect((await (await post('{')).json()).title).toBe('not-json')
    expect((await post('{', undefined)).status).toBe(422)
    expect((await post(' '.repeat(70_000))).status).toBe(413)
    expect((await post('a=1', { 'Content-Type': 'text/plain' })).status).toBe(415)
    const huge = await match({ sector: 'logistics', areaMinM2: 90_000_000 })
    expect(huge.feasibleCount).toBe(0)
    expect(huge.largerThanAnyZone?.largestZoneM2).toBe(55_000_000)
    expect(huge.excluded.find(({ key }) => key === 'area')?.nearest).toHaveLength(3)
    expect(huge.relaxations).not.toEqual([])
    // No single change helps: what helps together does.
    const hard = {
      sector: 'logistics',
      areaMinM2: 90_000_000,
      maxPriceUsdPerM2: 1,
      minTenureYears: 90,
      powerKva: 900_000,
    }
    const none = await match(hard)
    expect([none.feasibleCount, none.relaxations]).toEqual([0, []])
    const helped = await match({ ...hard, ...none.jointRelaxation?.change })
    expect(helped.feasibleCount).toBe(none.jointRelaxation?.gains)
    expect(helped.feasibleCount).toBeGreaterThan(0)
  })

  it('admits by class, with the exclusions of a zone and its list of environment groups', async () => {
    const zone = await db().zone.findUniqueOrThrow({ where: { code: 'LS-CC-HOSON1' } })
    const details = { ...(zone.details as object), sectorsExcluded: ['1511'], environmentGroups: ['III', 'IV'] }
    await db().zone.update({ where: { id: zone.id }, data: { details } })
    forgetSnapshot()
    const verdict = async (need: object, key: string) => {
      const { results, excluded } = await match({ areaMinM2: 5_000, zones: [zone.code], limit: 1, ...need })
      return (
        results[0]?.criteria.find((row) => row.key === key)?.verdict ??
        (excluded.some((one) => one.key === key) ? 'fail' : null)
      )
    }
    const vsic = (code: string, vsicVersion = '2018') => ({ sector: { vsicVersion, code } })
    expect(await verdict(vsic('1520'), 'sector')).toBe('pass')
    expect(await verdict(vsic('1511'), 'sector')).toBe('fail')
    expect(await verdict(vsic('15'), 'sector')).toBe('unknown')
    expect(await verdict({ sector: 'leather_footwear' }, 'sector')).toBe('unknown')
    expect(await verdict(vsic('3811'), 'sector')).toBe('fail')
    expect(await verdict({ sector: 'mechanical', environmentGroup: 'II' }, 'environmentGroup')).toBe('fail')
    expect(await verdict({ sector: 'mechanical', environmentGroup: 'IV' }, 'environmentGroup')).toBe('pass')
  })
})
