import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import type { z } from 'zod'
import type { Verdict } from '~/domain/verdict'
import { answerStale, formRefused, orThrow, readForm, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { divisionToChange } from '~/queries/party/divisions.server'

type Ctx = Awaited<ReturnType<typeof openVisit>>['ctx']

async function openDivision(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'setting.write')
  return { visit, division: orThrow(await divisionToChange(visit.ctx, args.params.key ?? '')) }
}

/** The division that a page changes. */
export const divisionLoader = async (args: LoaderFunctionArgs) => (await openDivision(args)).division

/** The action of a form about one division: read, given to its command, and back to all of them. */
export const divisionAction =
  <T extends object>(
    schema: z.ZodType<T>,
    command: (ctx: Ctx, input: T & { key: string }) => Promise<Verdict<unknown>>,
  ) =>
  async (args: ActionFunctionArgs) => {
    const { visit, division } = await openDivision(args)
    const form = await readForm(args.request, schema)
    if (!form.ok) return formRefused(form.answer, form.status)
    const verdict = await command(visit.ctx, { ...form.value, key: division.key })
    if (!verdict.ok)
      return answerStale(verdict.refusal, form.values, async () => {
        const now = orThrow(await divisionToChange(visit.ctx, division.key))
        const { vi, en, zh } = now.name
        return { version: String(now.version), nameVi: vi, nameEn: en, nameZh: zh, zoneKinds: now.zoneKinds }
      })
    return seeOther(`/${visit.lang}/office/settings/divisions`)
  }
