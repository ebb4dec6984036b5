import { expect, it } from 'vitest'
import type { ZoneRow } from './catalogue'
import { isOpportunity, seeksDeveloper, toConfirm } from './opportunity'

const call = { publication: 'published', kind: 'industrial_cluster', status: 'planned', hasDeveloper: false }

it('calls for a developer of a published park or cluster that nobody builds', () => {
  expect(seeksDeveloper(call)).toBe(true)
  expect(seeksDeveloper({ ...call, kind: 'industrial_park', status: 'established' })).toBe(true)
  expect(seeksDeveloper({ ...call, hasDeveloper: true })).toBe(false)
  expect(seeksDeveloper({ ...call, publication: 'draft' })).toBe(false)
  for (const status of ['under_construction', 'operating']) expect(seeksDeveloper({ ...call, status })).toBe(false)
  for (const kind of ['planned_complex', 'economic_zone_area']) expect(seeksDeveloper({ ...call, kind })).toBe(false)
})

it('says what is still to be confirmed, and nothing that is known', () => {
  const zone = {
    ...call,
    developerName: null,
    areaM2: null,
    coordPrecisionKm: 5,
    sectorsCertain: false,
    confidence: 'uncertain',
    details: { possibleDuplicateOf: 'LS-X' },
    drawing: null,
    nodes: [],
  } as unknown as ZoneRow
  expect(isOpportunity(zone)).toBe(true)
  expect(isOpportunity({ ...zone, developerName: 'A' })).toBe(false)
  expect(toConfirm(zone)).toEqual(['area', 'position', 'sectors', 'sources', 'duplicate', 'plan', 'capacity'])
  const known = {
    ...zone,
    areaM2: 1,
    coordPrecisionKm: 0.5,
    sectorsCertain: true,
    confidence: 'sourced',
    details: {},
    drawing: {},
    nodes: [{}],
  } as unknown as ZoneRow
  expect(toConfirm(known)).toEqual([])
})
