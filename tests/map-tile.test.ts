import { VectorTile } from '@mapbox/vector-tile'
import Pbf from 'pbf'
import { expect, it, vi } from 'vitest'
import { forgetSnapshot, readCatalogueVersion } from '~/infra/snapshot.server'
import { loader as marksLoader } from '~/routes/map/marks'
import { loader as tileLoader } from '~/routes/map/tile'
import { describeDatabases } from './database'

vi.setConfig({ testTimeout: 120_000 })

const CONTEXT = { ip: '127.0.0.1', requestId: 'test', cookies: [] }
const ZOOM = 14
const tileAt = (lon: number, lat: number) => {
  const side = 2 ** ZOOM
  const radians = (lat * Math.PI) / 180
  const y = ((1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2) * side
  return { z: String(ZOOM), x: String(Math.floor(((lon + 180) / 360) * side)), file: `${Math.floor(y)}.mvt` }
}
const ask = (params: Record<string, string>, headers: HeadersInit = {}, query = '') =>
  tileLoader({ request: new Request(`http://x/tiles${query}`, { headers }), params, context: CONTEXT })
const codesIn = async (answer: Response) => {
  const { layers } = new VectorTile(new Pbf(new Uint8Array(await answer.arrayBuffer())))
  const plots = layers.plots
  return Array.from({ length: plots?.length ?? 0 }, (_, index) => plots?.feature(index).properties)
}

describeDatabases('the tiles of the map', (open, kind) => {
  it('hold published plots alone, carry an ETag of their edition, and refuse what is no tile', async () => {
    const { prisma } = await open()
    const zone = await prisma.zone.findFirstOrThrow({ where: { publication: 'published' } })
    const ring = [
      [zone.lon, zone.lat],
      [zone.lon + 0.001, zone.lat],
      [zone.lon + 0.001, zone.lat + 0.001],
      [zone.lon, zone.lat + 0.001],
      [zone.lon, zone.lat],
    ]
    const plot = { zoneId: zone.id, areaM2: 11_000, ring, readiness: 'serviced', commercial: 'offered' }
    await prisma.plot.createMany({
      data: [
        { ...plot, code: `MAP-1-${kind}`, publication: 'published' },
        { ...plot, code: 'MAP-2', publication: 'draft' },
        { ...plot, code: 'MAP-3', publication: 'withdrawn' },
      ],
    })
    // Tiles are kept by edition: each database gets one of its own.
    await prisma.catalogue.update({ where: { id: 1 }, data: { version: kind === 'embedded' ? 1000 : 2000 } })
    await readCatalogueVersion()
    forgetSnapshot()
    const params = tileAt(zone.lon + 0.0005, zone.lat + 0.0005)
    const first = await ask(params)
    expect(first.status).toBe(200)
    expect(first.headers.get('Content-Type')).toBe('application/vnd.mapbox-vector-tile')
    const etag = first.headers.get('ETag') ?? ''
    expect(await codesIn(first)).toEqual([{ code: `MAP-1-${kind}`, r: 6, c: 1 }])
    expect((await ask(params, { 'If-None-Match': etag })).status).toBe(304)

    const marks = await marksLoader({
      request: new Request('http://x/tiles/marks?lang=en'),
      params: {},
      context: CONTEXT,
    })
    const { zones, selected } = (await marks.json()) as { zones: { code: string }[]; selected: null }
    expect(zones.find(({ code }) => code === zone.code)).toMatchObject({ plots: 1, offeredM2: 11_000 })
    expect(selected).toBeNull()

    await prisma.plot.update({ where: { code: 'MAP-2' }, data: { publication: 'published' } })
    await prisma.catalogue.update({ where: { id: 1 }, data: { version: { increment: 1 } } })
    await readCatalogueVersion()
    const later = await ask(params, { 'If-None-Match': etag })
    expect(later.status).toBe(200)
    expect(await codesIn(later)).toHaveLength(2)

    const statusOf = async (z: string, x: string, file: string, query = '') =>
      (await ask({ z, x, file }, {}, query)).status
    expect(await statusOf('12', '1', '1.png')).toBe(404)
    expect(await statusOf('12', '-1', '1.mvt')).toBe(404)
    expect(await statusOf('1e1', '1', '1.mvt')).toBe(404)
    expect(await statusOf('012', '1', '1.mvt')).toBe(404)
    expect(await statusOf('12', '4096', '1.mvt')).toBe(422)
    expect(await statusOf('17', '1', '1.mvt')).toBe(422)
    expect(await statusOf('12', '1', '1.mvt', '?x=1')).toBe(422)
  })
})
