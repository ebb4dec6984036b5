import { ZONE_KINDS } from '../../domain/land/catalogue'
import { PLOT_SORTS } from '../../domain/land/plot-order'
import { COMMERCIAL_STATES, RUNGS, ZONE_STATUSES } from '../../domain/land/readiness'
import { openApiPlot, openApiZone } from './openapi-land'
import { openApiMatch } from './openapi-match'
import { openApiTime } from './openapi-time'
import { openApiTotals } from './openapi-totals'
import { openApiUtilities } from './openapi-utilities'

const query = (name: string, schema: object, description?: string) => ({ name, in: 'query', schema, description })
const inPath = (name: string) => ({ name, in: 'path', required: true, schema: { type: 'string' } })
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const json = (schema: object, description: string) => ({
  description,
  headers: { ETag: { schema: { type: 'string' } } },
  content: { 'application/json': { schema } },
})
const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: ref('Problem') } },
})
const answers = (ok: object, ...others: (404 | 422)[]) => ({
  200: ok,
  304: { description: 'Not changed since the ETag of If-None-Match.' },
  ...(others.includes(404) ? { 404: problem('Not there.') } : {}),
  ...(others.includes(422) ? { 422: problem('An unknown parameter or a value that is not right.') } : {}),
})
const list = (item: string) => ({
  type: 'object',
  required: ['items', 'total', 'page', 'perPage'],
  properties: {
    items: { type: 'array', items: ref(item) },
    total: { type: 'integer' },
    page: { type: 'integer' },
    perPage: { type: 'integer' },
  },
})

const number = { type: 'number', minimum: 0 }
const asOf = {
  name: 'asOf',
  in: 'query',
  schema: { type: 'string', format: 'date' },
  description: 'A day from the first on record to today: `facts`, `ladder` as they stood on it.',
}
const paging = [
  query('page', { type: 'integer', minimum: 1, default: 1 }),
  query('perPage', { type: 'integer', minimum: 1, maximum: 200, default: 50 }),
]
const filter = [
  query('zone', { type: 'string' }, "A zone's code."),
  query('kind', { enum: ZONE_KINDS }),
  query(
    'sector',
    { type: 'string' },
    'A sector slug. A zone of `multi_sector` admits every sector; an uncertain list counts as unknown.',
  ),
  query('minAreaM2', number),
  query('maxAreaM2', number),
  query('readiness', { enum: RUNGS }, 'This rung or a higher one.'),
  query('readyBy', { type: 'string', format: 'date' }, 'The latest day of the ready-by range is this day or before.'),
  query('maxPriceUsdPerM2', number, 'A price that is not published or stale counts as unknown and does not pass.'),
  query(
    'minPowerKva',
    number,
    'What can be promised from the ready-by day on (today when none is given) at the best single node.',
  ),
  query(
    'minWaterM3PerDay',
    number,
    'What can be promised from the ready-by day on (today when none is given) at the best single node.',
  ),
  query('commercial', { enum: COMMERCIAL_STATES }),
  query(
    'q',
    { type: 'string', maxLength: 200 },
    'Words of the code, the zone, its communes and districts of today and before; marks do not matter.',
  ),
  query('sort', { enum: PLOT_SORTS }, 'Default `code`; unknown and stale figures come last.'),
]

/** The API as a document of OpenAPI 3.1. */
export const openApi = {
  openapi: '3.1.0',
  info: {
    title: 'Cột Mốc Lạng Sơn',
    version: '1',
    description:
      'Industrial land of Lạng Sơn province, its calendar and its procedures. Reads carry an ETag. A blank query value is the same as none; an unknown parameter is refused with 422. A figure past its confirmed-until day is stale and counts as unknown. Errors are application/problem+json.',
  },
  servers: [{ url: '/api/v1' }],
  paths: {
    '/zones': {
      get: {
        operationId: 'listZones',
        summary: 'Published zones with totals, fill rate and remaining capacity',
        parameters: [
          query('seeking', { enum: ['developer'] }, 'Only zones that call for an infrastructure developer.'),
          ...paging,
        ],
        responses: answers(json(list('Zone'), 'Zones'), 422),
      },
    },
    '/zones.geojson': {
      get: {
        operationId: 'zonesGeoJson',
        summary: 'All published zones as GeoJSON (RFC 7946): the drawn outline, else the published position',
        responses: answers(
          { description: 'A FeatureCollection', content: { 'application/geo+json': { schema: ref('ZoneFeatures') } } },
          422,
        ),
      },
    },
    '/totals': {
      get: {
        operationId: 'totals',
        summary: 'Published figures by source, what the catalogue counts, fill rates by definition, and targets',
        responses: answers(json(ref('Totals'), 'Figures'), 422),
      },
    },
    '/openapi.json': {
      get: {
        operationId: 'openApi',
        summary: 'This document',
        responses: answers(json({ type: 'object' }, 'OpenAPI 3.1')),
      },
    },
    '/zones/{code}': {
      get: {
        operationId: 'getZone',
        summary: 'One zone with what its sources say',
        parameters: [inPath('code'), asOf],
        responses: answers(json(ref('ZoneDetail'), 'A zone'), 404, 422),
      },
    },
    '/places': {
      get: {
        operationId: 'findPlaces',
        summary: 'Communes of today by their names of today or of before 1 July 2025',
        description:
          'Takes a commune, ward, town or district, with or without its kind and its marks; `Tân Thành, Bắc Sơn` tells names that repeat apart. Exact marks come first. Without `q` all communes.',
        parameters: [query('q', { type: 'string', maxLength: 200 }), ...paging],
        responses: answers(json(list('Place'), 'Communes'), 422),
      },
    },
    '/plots': {
      get: {
        operationId: 'listPlots',
        summary: 'Published plots',
        description: 'Plots for which a figure that is asked for is unknown are left out.',
        parameters: [...filter, ...paging],
        responses: answers(json(list('Plot'), 'Plots'), 422),
      },
    },
    '/plots/{code}': {
      get: {
        operationId: 'getPlot',
        summary: 'One plot with its facts and sources',
        parameters: [inPath('code'), asOf],
        responses: answers(json(ref('PlotDetail'), 'A plot'), 404, 422),
      },
    },
    '/plots.geojson': {
      get: {
        operationId: 'plotsGeoJson',
        summary: 'The same selection as GeoJSON (RFC 7946)',
        parameters: filter,
        responses: answers(
          { description: 'A FeatureCollection', content: { 'application/geo+json': { schema: ref('PlotFeatures') } } },
          422,
        ),
      },
    },
    '/plots.csv': {
      get: {
        operationId: 'plotsCsv',
        summary: 'The same selection as CSV (RFC 4180, UTF-8 with a byte order mark)',
        parameters: filter,
        responses: answers({ description: 'A table', content: { 'text/csv': { schema: { type: 'string' } } } }, 422),
      },
    },
    ...openApiTime.paths,
    ...openApiMatch.paths,
  },
  components: {
    schemas: {
      Text: {
        type: 'object',
        required: ['vi', 'en', 'zh'],
        properties: {
          vi: { type: 'string' },
          en: { type: 'string' },
          zh: { type: 'string' },
          unofficial: { type: 'array', items: { enum: ['vi', 'en', 'zh'] }, description: 'Translations of ours.' },
        },
      },
      Problem: {
        type: 'object',
        required: ['type', 'title', 'status', 'detail', 'errors'],
        properties: {
          type: { type: 'string' },
          title: { type: 'string' },
          status: { type: 'integer' },
          detail: { type: 'string' },
          errors: {
            type: 'array',
            items: {
              type: 'object',
              required: ['path', 'code', 'message'],
              properties: { path: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } },
            },
          },
        },
      },
      ZoneStatus: { enum: ZONE_STATUSES },
      ...openApiPlot,
      ...openApiZone,
      ...openApiUtilities,
      ...openApiTotals,
      ...openApiTime.schemas,
      ...openApiMatch.schemas,
    },
  },
}
