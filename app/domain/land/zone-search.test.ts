import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { type CatalogueSnapshot, makeSnapshot, type ZoneRow } from './catalogue'
import type { Commune } from './places'
import { zoneSearch } from './zone-search'

const { communes } = JSON.parse(readFileSync('prisma/seed/data/communes.json', 'utf8')) as { communes: Commune[] }

const zone = (code: string, communeNames: string[], keywords: string[]) =>
  ({
    code,
    keywords,
    communes: communes.filter(({ name }) => communeNames.includes(name.vi)),
  }) as unknown as ZoneRow
const vsip = zone('VSIP', ['Xã Hữu Lũng', 'Xã Tuấn Sơn'], ['KCN', 'Khu công nghiệp VSIP Lạng Sơn', 'huyện Hữu Lũng'])
const hoSon = zone('HOSON1', ['Xã Cai Kinh'], ['CCN', 'Cụm công nghiệp Hồ Sơn 1'])
const dongBanh = zone('DONGBANH', ['Xã Chi Lăng'], ['KCN', 'Khu công nghiệp Đồng Bành', 'Lạng Sơn', 'Hòa Lạc'])
const land: CatalogueSnapshot = makeSnapshot(1, [vsip, hoSon, dongBanh], [], [], communes)
const ranks = (query: string) => {
  const { rank } = zoneSearch(land, query)
  return land.zones.map((row) => rank(row))
}

it('leads a place of before to the zones that lie there now, and to those that bear its name', () => {
  expect(ranks('Hồ Sơn')).toEqual([0, 0, null])
  expect(ranks('ho son')).toEqual([1, 1, null])
  expect(ranks('huyện Hữu Lũng')).toEqual([0, 0, null])
  expect(ranks('Hòa Thắng')).toEqual([0, null, null])
  expect(ranks('thị trấn Chi Lăng')).toEqual([null, null, 0])
})

it('looks for other words anywhere in names and places', () => {
  expect(ranks('vsip')).toEqual([0, null, null])
  expect(ranks('khu lũng')).toEqual([0, null, null])
  expect(ranks('dong banh')).toEqual([null, null, 1])
  expect(ranks('Hà Nội')).toEqual([null, null, null])
})
