import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'

const brotli = promisify(brotliCompress)

/** A finished page: bytes as they go out. */
export interface KeptPage {
  /** Flat [name, value, …] lists, complete: nothing is put together when a kept page goes out. */
  plainHead: string[]
  brotliHead: string[]
  /** Of the answer 304. */
  sameHead: string[]
  plain: Buffer
  brotli: Buffer
  etag: string
  /** epoch ms at which what it shows changes by time alone */
  until: number
}

const MAX_BYTES = 96 * 1024 * 1024
const MAX_PAGE_BYTES = 2 * 1024 * 1024
const KEEP = 'x-keep-until'
const QUALITY = 5

/**
 * Public pages for visitors without a session, as finished bytes. A page opts in by the header
 * `X-Keep-Until` (epoch ms) that its route sets; the key holds the catalogue version and the day,
 * so a change of either finds nothing. One rendering in flight per key; the store is bounded.
 */
export class PageCache {
  #pages = new Map<string, KeptPage>()
  #rendering = new Map<string, Promise<KeptPage | Response>>()
  #bytes = 0
  /** Counts clearings: what was being rendered before one is not kept after it. */
  #edition = 0
  readonly #always: Record<string, string>

  /** `always`: headers that go out with every page. */
  constructor(always: Record<string, string> = {}) {
    this.#always = always
  }

  find(key: string, nowMs: number): KeptPage | undefined {
    const page = this.#pages.get(key)
    if (!page) return undefined
    if (page.until <= nowMs) {
      this.#drop(key)
      return undefined
    }
    return page
  }

  clear(): void {
    this.#edition += 1
    this.#rendering.clear()
    this.#pages.clear()
    this.#bytes = 0
  }

  get sizeBytes(): number {
    return this.#bytes
  }

  /** The kept page, or the one being rendered, or a new rendering; a Response where the page may not be kept. */
  async findOrRender(key: string, nowMs: number, render: () => Promise<Response>): Promise<KeptPage | Response> {
    const found = this.find(key, nowMs)
    if (found) return found
    const running = this.#rendering.get(key)
    if (running) {
      const shared = await running
      // A Response's body is read once: those who waited for one render their own.
      return shared instanceof Response ? render() : shared
    }
    const rendering = this.#render(key, nowMs, render).finally(() => {
      if (this.#rendering.get(key) === rendering) this.#rendering.delete(key)
    })
    this.#rendering.set(key, rendering)
    return rendering
  }

  async #render(key: string, nowMs: number, render: () => Promise<Response>): Promise<KeptPage | Response> {
    const edition = this.#edition
    const response = await render()
    const until = Number(response.headers.get(KEEP) ?? 0)
    response.headers.delete(KEEP)
    if (response.status !== 200 || until <= nowMs || response.headers.has('Set-Cookie')) return response
    const plain = Buffer.from(await response.arrayBuffer())
    const packed = await brotli(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } })
    const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`
    const check = { etag, 'cache-control': 'no-cache', vary: 'Accept-Encoding, Cookie' }
    const headers: Record<string, string> = { ...this.#always, ...Object.fromEntries(response.headers), ...check }
    const head = Object.entries(headers).flatMap(([name, value]) => [name.toLowerCase(), value])
    const page: KeptPage = {
      plainHead: [...head, 'content-length', String(plain.length)],
      brotliHead: [...head, 'content-length', String(packed.length), 'content-encoding', 'br'],
      sameHead: Object.entries(check).flat(),
      plain,
      brotli: packed,
      etag,
      until,
    }
    if (plain.length <= MAX_PAGE_BYTES && edition === this.#edition) this.#keep(key, page)
    return page
  }

  #keep(key: string, page: KeptPage): void {
    this.#drop(key)
    this.#pages.set(key, page)
    this.#bytes += page.plain.length + page.brotli.length
    for (const oldest of this.#pages.keys()) {
      if (this.#bytes <= MAX_BYTES) break
      this.#drop(oldest)
    }
  }

  #drop(key: string): void {
    const page = this.#pages.get(key)
    if (!page) return
    this.#pages.delete(key)
    this.#bytes -= page.plain.length + page.brotli.length
  }
}
