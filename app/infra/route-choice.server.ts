import { createRequestHandler, type RequestHandler, type ServerBuild } from '@remix-run/node'

type Routes = ServerBuild['routes']

interface Pattern {
  id: string
  /** What stands in each segment, in small letters; null: anything. */
  segments: readonly (string | null)[]
  /** It may be longer or shorter: its end is a splat or may be left out. */
  open: boolean
}

/** Addresses differ in which routes fit them, not in how many there are: more sets than this nobody asks for by accident. */
const MOST_HANDLERS = 500

/**
 * Remix holds an address against every route three times for each request, and makes each pattern anew: with two
 * hundred routes that takes longer than most pages. This gives it only the routes whose fixed parts agree with the
 * address, or with a part of it from its beginning; among them it chooses as it always does. A route is left out only
 * where it cannot match, so the answer is the same.
 */
export function routeChoosingHandler(build: ServerBuild, mode?: string): RequestHandler {
  const whole = createRequestHandler(build, mode)
  const patterns = patternsOf(build.routes)
  const handlers = new Map<string, RequestHandler>()
  return (request, context) => {
    const url = new URL(request.url)
    const segments = segmentsOf(url.pathname)
    // What a page's script asks goes to all routes: it names others than its own address.
    if (
      !segments ||
      url.pathname.endsWith('.data') ||
      url.pathname === '/__manifest' ||
      url.searchParams.has('_data')
    ) {
      return whole(request, context)
    }
    const ids = patterns.filter((pattern) => fits(pattern, segments)).map(({ id }) => id)
    const name = ids.join(' ')
    let handler = handlers.get(name)
    if (!handler) {
      if (handlers.size >= MOST_HANDLERS) handlers.clear()
      handler = createRequestHandler(withRoutes(build, ids), mode)
      handlers.set(name, handler)
    }
    return handler(request, context)
  }
}

function segmentsOf(pathname: string): string[] | null {
  try {
    return pathname
      .split('/')
      .filter(Boolean)
      .map((segment) => decodeURIComponent(segment).toLowerCase())
  } catch {
    return null
  }
}

function patternsOf(routes: Routes): Pattern[] {
  return Object.values(routes).map(({ id }) => {
    const path = lineOf(routes, id)
      .map((route) => routes[route]?.path ?? '')
      .join('/')
    const parts = path.split('/').filter(Boolean)
    const end = parts.findIndex((part) => part === '*' || part.endsWith('?'))
    return {
      id,
      segments: (end < 0 ? parts : parts.slice(0, end)).map((part) => (/[:*?]/.test(part) ? null : part.toLowerCase())),
      open: end >= 0,
    }
  })
}

/** A route and those around it, the outermost first. */
function lineOf(routes: Routes, id: string): string[] {
  const line = [id]
  for (let parent = routes[id]?.parentId; parent !== undefined; parent = routes[parent]?.parentId) line.unshift(parent)
  return line
}

/** Whether a pattern may match an address or a part of it from its beginning: a page names what lies above it too. */
const fits = ({ segments, open }: Pattern, asked: readonly string[]): boolean =>
  (open || segments.length <= asked.length) &&
  segments.every((segment, at) => at >= asked.length || segment === null || segment === asked[at])

/** The build with some of its routes, in its own order, and what lies around them. */
function withRoutes(build: ServerBuild, ids: readonly string[]): ServerBuild {
  const wanted = new Set(ids.flatMap((id) => lineOf(build.routes, id)))
  const some = <T>(routes: Record<string, T>): Record<string, T> =>
    Object.fromEntries(Object.entries(routes).filter(([id]) => wanted.has(id)))
  return { ...build, routes: some(build.routes), assets: { ...build.assets, routes: some(build.assets.routes) } }
}
