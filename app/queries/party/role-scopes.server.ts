import { type Lang, type Text, textIn } from '~/domain/text'
import { db } from '~/infra/db.server'

/** The zones, agencies and divisions a role may be limited to, named in a language. */
export async function roleScopes(lang: Lang) {
  const [zones, agencies, divisions] = await Promise.all([
    db().zone.findMany({ orderBy: { code: 'asc' }, select: { code: true, nameText: true } }),
    db().agency.findMany({ orderBy: { key: 'asc' } }),
    db().division.findMany({ where: { retiredAt: null }, orderBy: { position: 'asc' } }),
  ])
  const named = (text: unknown) => textIn(text as Text, lang)
  return {
    zones: zones.map((zone) => ({ value: zone.code, label: `${zone.code} · ${named(zone.nameText)}` })),
    agencies: agencies.map((agency) => ({ value: agency.key, label: named(agency.nameText) })),
    divisions: divisions.map((division) => ({ value: division.key, label: named(division.nameText) })),
  }
}
