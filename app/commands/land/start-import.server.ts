import { may } from '~/domain/party/permission'
import { zonesWhere } from '~/domain/party/zone-scope'
import { ok, refuse, type Verdict } from '~/domain/verdict'
import { nextNumber } from '~/infra/case-record.server'
import { documentOf, withUploads } from '~/infra/kept-uploads.server'
import { type Ctx, transact } from '~/infra/transact.server'
import type { Upload } from '~/infra/upload.server'
import { subjectOf } from './import-record.server'

/** Takes a file of land and asks for it to be read; nothing of it is written. Refuses `file-missing`, `not-allowed`. */
export async function startImport(ctx: Ctx, input: { uploads: Upload[] }): Promise<Verdict<{ number: string }>> {
  const allowed = may(ctx.actor, 'land.write')
  if (!allowed.ok) return allowed
  const { personId } = ctx.actor
  const [upload] = input.uploads
  if (!upload || personId === null) return refuse('file-missing', undefined, 'file')
  const scope = zonesWhere(ctx.actor, 'land.write')
  return withUploads('imports', [upload], ([kept]) =>
    transact(ctx, async (t) => {
      if (!kept) return refuse('file-missing', undefined, 'file')
      const { mediaType: _, ...file } = documentOf(kept)
      const year = t.today.slice(0, 4)
      const row = await t.db.landImport.create({
        data: {
          ...file,
          number: `NH-${year}-${String(await nextNumber(t, `import.${year}`)).padStart(6, '0')}`,
          createdById: personId,
          zoneId: scope?.length === 1 ? scope[0] : null,
          format: /\.xlsx$/i.test(kept.fileName) ? 'xlsx' : /\.csv$/i.test(kept.fileName) ? 'csv' : 'geojson',
          createdAt: t.now,
        },
      })
      await t.enqueue({ kind: 'read_import', input: { importId: row.id } })
      await t.audit({
        act: 'import.start',
        subject: subjectOf(row),
        detail: { number: row.number, file: row.fileName, sha256: row.sha256 },
      })
      return ok({ number: row.number })
    }),
  )
}
