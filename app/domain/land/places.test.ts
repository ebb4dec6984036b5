import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Commune, communesInOrder, findPlaces } from './places'

const { communes } = JSON.parse(readFileSync('prisma/seed/data/communes.json', 'utf8')) as { communes: Commune[] }
const found = (query: string) =>
  findPlaces(communes, query).map(({ commune, why, former, district }) =>
    [commune.name.vi, why, former, district].filter(Boolean).join(' < '),
  )
const names = (query: string) => findPlaces(communes, query).map(({ commune }) => commune.name.vi)

describe('findPlaces', () => {
  it('finds today’s communes of a former district', () => {
    const eight = [
      'Xã Cai Kinh',
      'Xã Hữu Liên',
      'Xã Hữu Lũng',
      'Xã Tân Thành',
      'Xã Thiện Tân',
      'Xã Tuấn Sơn',
      'Xã Vân Nham',
      'Xã Yên Bình',
    ]
    expect(names('huyện Hữu Lũng')).toEqual(eight)
    expect(names('HUYEN huu lung')).toEqual(eight)
    expect(found('huyện Hữu Lũng')[0]).toBe('Xã Cai Kinh < former_district < Huyện Hữu Lũng < Huyện Hữu Lũng')
    expect(names('thành phố Lạng Sơn')).toHaveLength(3)
    expect(names('tp. lang son')).toHaveLength(3)
  })

  it('puts the commune that bears a name before those of the district of that name', () => {
    expect(found('Hữu Lũng').slice(0, 2)).toEqual([
      'Xã Hữu Lũng < name < Huyện Hữu Lũng',
      'Xã Cai Kinh < former_district < Huyện Hữu Lũng < Huyện Hữu Lũng',
    ])
    expect(names('Hữu Lũng')).toHaveLength(8)
    expect(found('thị trấn Hữu Lũng')).toEqual(['Xã Hữu Lũng < former_commune < Thị trấn Hữu Lũng < Huyện Hữu Lũng'])
  })

  it('leads an old commune’s name to the commune it is part of', () => {
    const line = ['Xã Hữu Lũng < former_commune < Xã Hồ Sơn < Huyện Hữu Lũng']
    for (const query of ['Hồ Sơn', 'ho son', 'xã Hồ Sơn', 'Hồ Sơn, huyện Hữu Lũng', 'ho son huu lung']) {
      expect(found(query), query).toEqual(line)
    }
    expect(findPlaces(communes, 'Bính Xá').map(({ commune, partly }) => [commune.name.vi, partly])).toEqual([
      ['Xã Đình Lập', true],
      ['Xã Kiên Mộc', true],
    ])
  })

  it('tells names that several districts had apart', () => {
    expect(found('Mẫu Sơn')).toEqual([
      'Xã Mẫu Sơn < name < Huyện Lộc Bình',
      'Xã Ba Sơn < former_commune < Xã Mẫu Sơn < Huyện Cao Lộc',
    ])
    // The last one is Tân Thanh: without marks the same.
    expect(found('Tân Thành').map((line) => line.split(' < ').at(-1))).toEqual([
      'Huyện Hữu Lũng',
      'Huyện Bắc Sơn',
      'Huyện Cao Lộc',
      'Huyện Văn Lãng',
    ])
    expect(found('Tân Thành, Bắc Sơn')).toHaveLength(1)
    expect(found('tan thanh huyen bac son')).toEqual(found('Tân Thành, Bắc Sơn'))
    expect(new Set(found('Hòa Bình').map((line) => line.split(' < ').at(-1)))).toEqual(
      new Set(['Huyện Bình Gia', 'Huyện Văn Quan', 'Huyện Hữu Lũng', 'Huyện Chi Lăng']),
    )
    expect(found('Hoàng Văn Thụ')).toEqual([
      'Xã Hoàng Văn Thụ < name < Huyện Văn Lãng',
      'Xã Bình Gia < former_commune < Xã Hoàng Văn Thụ < Huyện Bình Gia',
      'Phường Kỳ Lừa < former_commune < Phường Hoàng Văn Thụ < Thành phố Lạng Sơn',
    ])
    expect(found('phường Chi Lăng')).toEqual([
      'Phường Lương Văn Tri < former_commune < Phường Chi Lăng < Thành phố Lạng Sơn',
    ])
    expect(found('thị trấn Chi Lăng')).toEqual(['Xã Chi Lăng < former_commune < Thị trấn Chi Lăng < Huyện Chi Lăng'])
  })

  it('puts exact marks first, and finds without marks, in Chinese, and by part of a name', () => {
    expect(findPlaces(communes, 'Hồ Sơn')[0]?.exact).toBe(true)
    expect(findPlaces(communes, 'Ho Son')[0]?.exact).toBe(false)
    expect(names('友陇')).toContain('Xã Hữu Lũng')
    expect(names('đinh lâp')).toEqual(names('Đình Lập'))
    expect(names('Văn Thụ')).toEqual(names('Hoàng Văn Thụ'))
    const exact = findPlaces(communes, 'Tân Thanh').map(({ exact: same }) => same)
    expect(exact).toEqual([...exact].sort((a, b) => Number(b) - Number(a)))
    expect(exact[0]).toBe(true)
  })

  it('takes a wrong kind for what is meant, and answers nothing to what is no place', () => {
    expect(names('xã Kỳ Lừa')).toEqual(['Phường Kỳ Lừa'])
    for (const query of ['', '  ', ',', 'Sơn', 'KCN', 'HL-A1', 'Hà Nội', '(', 'huyện', '.*+', 'tân thành, hà nội']) {
      expect(found(query), query).toEqual([])
    }
  })
})

it('orders names as a Vietnamese list does', () => {
  const ordered = communesInOrder(communes).map(({ name }) => name.vi.replace(/^(Xã|Phường) /, ''))
  expect(ordered.indexOf('Đình Lập')).toBeGreaterThan(ordered.indexOf('Công Sơn'))
  expect(ordered.indexOf('Đình Lập')).toBeLessThan(ordered.indexOf('Hữu Lũng'))
  expect(ordered).toHaveLength(65)
})
