import { baseUrl, isProduction, settings } from './env.server'

/** The origins a base map of the office's own is read from: that of its style, and those its tiles, glyphs and signs are at. */
export function mapOrigins({ MAP_STYLE_URL, MAP_ORIGINS }: { MAP_STYLE_URL?: string; MAP_ORIGINS: string[] }): string {
  if (MAP_STYLE_URL === undefined) return ''
  return [...new Set([new URL(MAP_STYLE_URL).origin, ...MAP_ORIGINS])].map((origin) => ` ${origin}`).join('')
}

/** No inline script but those named by hash; MapLibre's worker comes from a file of ours. */
export function contentSecurityPolicy(scriptHashes: string[] = []): string {
  const map = mapOrigins(settings())
  return [
    "default-src 'self'",
    `script-src 'self'${scriptHashes.map((hash) => ` ${hash}`).join('')}`,
    // style attributes carry colours and widths computed from data; no <style> element or sheet comes from elsewhere
    // Vite hands out style sheets as <style> elements while developing
    isProduction() ? "style-src 'self'" : "style-src 'self' 'unsafe-inline'",
    "style-src-attr 'unsafe-inline'",
    `img-src 'self' data: blob:${map}`,
    `connect-src 'self'${map}`,
    "font-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** On every answer, whatever made it. */
export function strictHeaders(): Record<string, string> {
  const headers: Record<string, string> = {
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  }
  if (baseUrl().startsWith('https:')) headers['Strict-Transport-Security'] = 'max-age=63072000; includeSubDomains'
  return headers
}
