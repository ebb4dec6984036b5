import type { LoaderFunctionArgs } from '@remix-run/node'
import { SHEET_FORMATS, SHEET_MEDIA_TYPES, type SheetFormat } from '~/documents/report/land-sheet'
import { templatePieces } from '~/documents/report/land-template'
import { dayInVietnam } from '~/domain/time/day'
import { fileAnswer, refusalResponse, requireMay } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { templateZone } from '~/queries/land/import-page.server'

export async function loader(args: LoaderFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'land.write')
  const format = args.params.format as SheetFormat
  if (!SHEET_FORMATS.includes(format)) throw refusalResponse({ code: 'not-found' })
  const zone = await templateZone(visit.ctx)
  const pieces = templatePieces({ zone, today: dayInVietnam(visit.now), format, lang: visit.lang })
  return fileAnswer(pieces, `mau-lo-dat.${format}`, SHEET_MEDIA_TYPES[format])
}
