import { describe, expect, it } from 'vitest'
import { MAP_COLOURS, markOf, STATE_LETTERS } from './map-colour'
import { COMMERCIAL_STATES, RUNGS } from './readiness'
import { BASE_INTERCHANGES, BASE_LINES, BASE_TOWNS } from './schematic-base'
import { PROVINCE_BOX, spreadMarks } from './zone-map'

describe('the marks of plots on a map', () => {
  it('say the rung by its number and the state by a letter of its own', () => {
    expect(RUNGS.map((rung) => markOf('readiness', rung, 'offered'))).toEqual([...'12345678'])
    expect(new Set(COMMERCIAL_STATES.map((state) => markOf('commercial', 'planned', state))).size).toBe(6)
    expect(Object.keys(STATE_LETTERS).sort()).toEqual([...COMMERCIAL_STATES].sort())
    expect(MAP_COLOURS).toEqual(['readiness', 'commercial'])
  })
})

describe('the schematic base', () => {
  it('lies in the province and its approaches, longitude first', () => {
    const { west, south, east, north } = PROVINCE_BOX
    const places = [
      ...BASE_TOWNS.map(({ place }) => place),
      ...BASE_INTERCHANGES.map(({ place }) => place),
      ...BASE_LINES.flatMap(({ line }) => line),
    ]
    for (const [lon, lat] of places) {
      expect(lon).toBeGreaterThan(west - 0.05)
      expect(lon).toBeLessThan(east + 0.05)
      expect(lat).toBeGreaterThan(south - 0.05)
      expect(lat).toBeLessThan(north + 0.05)
    }
  })

  it('names every town in three languages and keeps keys apart', () => {
    const keys = [...BASE_TOWNS, ...BASE_INTERCHANGES, ...BASE_LINES].map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
    for (const { name } of [...BASE_TOWNS, ...BASE_INTERCHANGES]) {
      expect([name.vi, name.en, name.zh].every((text) => text.length > 1)).toBe(true)
    }
  })
})

describe('marks with counts', () => {
  it('are moved until none covers another, and stay where there is room', () => {
    const marks = [
      { key: 'a', x: 100, y: 100 },
      { key: 'b', x: 104, y: 100 },
      { key: 'c', x: 100, y: 100 },
      { key: 'far', x: 400, y: 300 },
    ]
    const spread = spreadMarks(marks)
    expect(spread[3]).toEqual(marks[3])
    for (const [index, one] of spread.entries()) {
      for (const other of spread.slice(index + 1))
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(30)
    }
  })
})
