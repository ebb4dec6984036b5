import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Text } from '../../app/domain/text'
import type { Prisma, PrismaClient } from '../../app/infra/prisma/client'

interface FigureRecord {
  subject: string
  key: string
  value: number
  note?: Text
}

interface SourceRecord {
  source: string
  sourceKind: string
  asOf: string | null
  figures: FigureRecord[]
}

const read = async <T>(name: string): Promise<T> =>
  JSON.parse(await readFile(path.resolve('prisma/seed/data', `${name}.json`), 'utf8')) as T
const json = (value: unknown) => value as Prisma.InputJsonValue

/**
 * What sources published, and what nobody has published yet. A figure that stands already, or that the office corrected
 * or took back, is left as it is.
 */
export async function loadPublishedFigures(prisma: PrismaClient): Promise<void> {
  const { sources } = await read<{ sources: SourceRecord[] }>('published-figures')
  const rows = sources.flatMap(({ source, sourceKind, asOf, figures }) =>
    figures.map(({ note, ...figure }) => ({ ...figure, source, sourceKind, asOf, noteText: note && json(note) })),
  )
  const nameOf = (row: { subject: string; key: string; source: string }) =>
    [row.subject, row.key, row.source].join('\n')
  const known = new Set((await prisma.publishedFigure.findMany()).map(nameOf))
  await prisma.publishedFigure.createMany({
    data: rows.flatMap((row, position) => (known.has(nameOf(row)) ? [] : [{ ...row, position }])),
  })
  const { unresolved } = await read<{ unresolved: Text[] }>('zones-meta')
  await prisma.officeSetting.upsert({
    where: { key: 'unresolvedFigures' },
    create: { key: 'unresolvedFigures', value: json(unresolved) },
    update: { value: json(unresolved) },
  })
}
