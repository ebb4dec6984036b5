// Who gets which answer at every address: read from the route table itself, written down beside it.
import { readFileSync } from 'node:fs'
import type { RouteConfigEntry } from '@remix-run/route-config'
import routes from '../app/routes'

/** The columns of the table. `owner` and `stranger` are investors of two organisations. */
export const PERSONAS = {
  visitor: null,
  owner: 'investor.vn',
  stranger: 'investor.cn',
  developer: 'developer.huulung',
  agency: 'agency.land',
  intake: 'intake',
  officer: 'officer',
  head: 'head',
  director: 'director',
  admin: 'admin',
  auditor: 'auditor',
} as const
export type Persona = keyof typeof PERSONAS

export interface Address {
  /** As in app/routes.ts. */
  path: string
  takesForms: boolean
}

/** Every address of the route table; a layout alone is none. */
export function addresses(): Address[] {
  const found: Address[] = []
  const walk = (entries: RouteConfigEntry[], parent: string) => {
    for (const entry of entries) {
      const path = [parent, entry.path ?? ''].filter(Boolean).join('/')
      if (entry.children) walk(entry.children, path)
      else {
        const source = readFileSync(`app/${entry.file}`, 'utf8')
        found.push({ path: `/${path}`, takesForms: /export (async function|const) action\b/.test(source) })
      }
    }
  }
  walk(routes as RouteConfigEntry[], '')
  return found
}
