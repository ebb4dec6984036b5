import type { Text } from '../text'
import type { Position } from './geometry'

// The base that is drawn where the office has set no map of its own: towns, corridors and rivers of Lạng Sơn, drawn
// by hand from coordinates in general knowledge. Precision: towns about 1 km, lines about 2 km between bends. It says
// where one is in the province and nothing about any boundary; every map that shows it says that it is schematic.

export interface BaseTown {
  key: string
  name: Text
  place: Position
}

/** Towns by importance: where names would cover each other, the first stays. */
export const BASE_TOWNS: readonly BaseTown[] = [
  { key: 'lang_son', name: { vi: 'Lạng Sơn', en: 'Lạng Sơn', zh: '谅山' }, place: [106.761, 21.853] },
  { key: 'dong_dang', name: { vi: 'Đồng Đăng', en: 'Đồng Đăng', zh: '同登' }, place: [106.697, 21.943] },
  { key: 'huu_lung', name: { vi: 'Hữu Lũng', en: 'Hữu Lũng', zh: '友陇' }, place: [106.344, 21.507] },
  { key: 'dong_mo', name: { vi: 'Đồng Mỏ', en: 'Đồng Mỏ', zh: '同模' }, place: [106.576, 21.66] },
  { key: 'loc_binh', name: { vi: 'Lộc Bình', en: 'Lộc Bình', zh: '禄平' }, place: [106.925, 21.757] },
  { key: 'that_khe', name: { vi: 'Thất Khê', en: 'Thất Khê', zh: '七溪' }, place: [106.474, 22.256] },
  { key: 'dinh_lap', name: { vi: 'Đình Lập', en: 'Đình Lập', zh: '亭立' }, place: [107.095, 21.545] },
  { key: 'bac_son', name: { vi: 'Bắc Sơn', en: 'Bắc Sơn', zh: '北山' }, place: [106.32, 21.9] },
  { key: 'binh_gia', name: { vi: 'Bình Gia', en: 'Bình Gia', zh: '平嘉' }, place: [106.37, 21.955] },
  { key: 'van_quan', name: { vi: 'Văn Quan', en: 'Văn Quan', zh: '文关' }, place: [106.54, 21.865] },
  { key: 'na_sam', name: { vi: 'Na Sầm', en: 'Na Sầm', zh: '那岑' }, place: [106.615, 22.055] },
]

export const LINE_KINDS = ['river', 'road', 'railway', 'expressway'] as const
export type BaseLineKind = (typeof LINE_KINDS)[number]

export interface BaseLine {
  key: string
  kind: BaseLineKind
  /** The number of a road, which is the same in every language. */
  label: string | null
  line: readonly Position[]
}

/** In the order in which they are drawn: rivers below, the expressway on top. */
export const BASE_LINES: readonly BaseLine[] = [
  {
    key: 'ky_cung',
    kind: 'river',
    label: null,
    line: [
      [107.17, 21.62],
      [107.05, 21.68],
      [106.93, 21.765],
      [106.84, 21.81],
      [106.765, 21.86],
      [106.72, 21.9],
      [106.66, 21.98],
      [106.61, 22.06],
      [106.53, 22.17],
      [106.49, 22.25],
      [106.58, 22.28],
      [106.69, 22.29],
    ],
  },
  {
    key: 'thuong',
    kind: 'river',
    label: null,
    line: [
      [106.62, 21.7],
      [106.55, 21.635],
      [106.47, 21.55],
      [106.38, 21.47],
      [106.28, 21.4],
      [106.2, 21.33],
    ],
  },
  {
    key: 'ql1b',
    kind: 'road',
    label: 'QL1B',
    line: [
      [106.697, 21.943],
      [106.62, 21.9],
      [106.54, 21.865],
      [106.45, 21.92],
      [106.37, 21.955],
      [106.32, 21.9],
      [106.2, 21.85],
      [106.05, 21.79],
    ],
  },
  {
    key: 'ql4a',
    kind: 'road',
    label: 'QL4A',
    line: [
      [106.697, 21.943],
      [106.65, 22.0],
      [106.615, 22.055],
      [106.55, 22.15],
      [106.474, 22.256],
      [106.44, 22.36],
    ],
  },
  {
    key: 'ql4b',
    kind: 'road',
    label: 'QL4B',
    line: [
      [106.761, 21.853],
      [106.84, 21.79],
      [106.925, 21.757],
      [106.98, 21.7],
      [107.095, 21.545],
      [107.24, 21.45],
    ],
  },
  {
    key: 'ql1',
    kind: 'road',
    label: 'QL1',
    line: [
      [106.23, 21.35],
      [106.344, 21.507],
      [106.45, 21.57],
      [106.53, 21.61],
      [106.576, 21.66],
      [106.66, 21.76],
      [106.761, 21.853],
      [106.73, 21.9],
      [106.697, 21.943],
      [106.712, 21.974],
    ],
  },
  {
    key: 'railway',
    kind: 'railway',
    label: null,
    line: [
      [106.28, 21.39],
      [106.4, 21.5],
      [106.47, 21.56],
      [106.57, 21.665],
      [106.67, 21.745],
      [106.75, 21.84],
      [106.72, 21.92],
      [106.698, 21.945],
      [106.72, 21.98],
    ],
  },
  {
    key: 'expressway',
    kind: 'expressway',
    label: 'CT.01',
    line: [
      [106.255, 21.34],
      [106.36, 21.48],
      [106.5, 21.58],
      [106.585, 21.67],
      [106.67, 21.79],
      [106.7, 21.88],
      [106.712, 21.974],
    ],
  },
]

/** About where one leaves the expressway: schematic, as the line is. */
export const BASE_INTERCHANGES: readonly { key: string; name: Text; place: Position }[] = [
  {
    key: 'huu_lung_interchange',
    name: { vi: 'Nút giao Hữu Lũng', en: 'Hữu Lũng interchange', zh: '友陇互通' },
    place: [106.36, 21.48],
  },
  {
    key: 'chi_lang_interchange',
    name: { vi: 'Nút giao Chi Lăng', en: 'Chi Lăng interchange', zh: '芝棱互通' },
    place: [106.585, 21.67],
  },
  {
    key: 'lang_son_interchange',
    name: { vi: 'Nút giao Lạng Sơn', en: 'Lạng Sơn interchange', zh: '谅山互通' },
    place: [106.7, 21.88],
  },
]
