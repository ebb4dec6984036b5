import type { LoaderFunctionArgs } from '@remix-run/node'
import { noQuery } from '~/forms/land'
import { now } from '~/infra/clock.server'
import { problem, readQuery } from '~/infra/http.server'
import { mapTile, readTile } from '~/queries/land/map-tile.server'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const query = readQuery(request, noQuery)
  if (!query.ok) return query.response
  const tile = readTile(params.z ?? '', params.x ?? '', params.file ?? '')
  if (!tile.ok) return problem(tile.refusal)
  const { bytes, etag } = await mapTile(tile.value, now())
  const headers = { ETag: etag, 'Cache-Control': 'no-cache' }
  if (request.headers.get('If-None-Match')?.split(/,\s*/).includes(etag)) {
    return new Response(null, { status: 304, headers })
  }
  return new Response(new Uint8Array(bytes), {
    headers: { ...headers, 'Content-Type': 'application/vnd.mapbox-vector-tile' },
  })
}
