import { expect, it } from 'vitest'
import type { Day } from '../time/day'
import { type IncentiveZone, incentiveArea, incentivesOn } from './incentives'

const zone = (kind: IncentiveZone['kind'], ...communeAreas: string[]) =>
  incentiveArea({ kind, inEconomicZone: false, communeAreas })

it('classes an area by its communes, with a floor for parks and clusters', () => {
  expect(zone('industrial_cluster', 'especially_difficult', 'especially_difficult')).toEqual({
    area: 'especially_difficult',
    byPlace: 'especially_difficult',
    basis: 'communes',
  })
  expect(zone('industrial_park', 'none_or_difficult')).toEqual({
    area: 'difficult',
    byPlace: 'unclear',
    basis: 'zone_kind',
  })
  expect(zone('industrial_cluster', 'none')).toMatchObject({ area: 'difficult', byPlace: 'none' })
  expect(zone('planned_complex', 'none_or_difficult')).toMatchObject({ area: 'unclear', basis: 'communes' })
  expect(zone('planned_complex')).toMatchObject({ area: 'unclear' })
})

it('takes the lowest class where communes differ, and the economic zone before them', () => {
  expect(zone('planned_complex', 'especially_difficult', 'difficult')).toEqual({
    area: 'difficult',
    byPlace: 'difficult',
    basis: 'communes_differ',
  })
  expect(zone('economic_zone_area', 'none')).toMatchObject({ area: 'especially_difficult', basis: 'economic_zone' })
  expect(incentiveArea({ kind: 'industrial_park', inEconomicZone: true, communeAreas: ['none'] })).toMatchObject({
    area: 'especially_difficult',
    byPlace: 'especially_difficult',
  })
})

it('gives no income tax incentive for being in a park alone', () => {
  const inCity = incentivesOn('2026-11-26' as Day, zone('industrial_park', 'none'))
  expect(inCity.map(({ item, area }) => [item, area])).toEqual([
    ['cit', 'none'],
    ['land_rent', 'difficult'],
    ['import_duty', 'difficult'],
    ['term', 'difficult'],
    ['deposit', 'difficult'],
  ])
  expect(inCity.every(({ article }) => article.length > 5)).toBe(true)
})

it('shows only what is in force on the day', () => {
  const items = (on: string) =>
    incentivesOn(on as Day, zone('industrial_park', 'especially_difficult')).map(({ item }) => item)
  expect(items('2025-09-30')).toEqual(['import_duty'])
  expect(items('2025-10-01')).toEqual(['cit', 'import_duty'])
  expect(items('2026-03-01')).toEqual(['cit', 'land_rent', 'import_duty', 'term', 'deposit'])
})
