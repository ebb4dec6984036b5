import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import type { z } from 'zod'
import { changeFact } from '~/commands/land/change-fact.server'
import { FACT_KEYS, type FactSubject } from '~/domain/land/fact'
import { keeperPath } from '~/domain/land/keeper'
import type { Verdict } from '~/domain/verdict'
import { changeFactForm } from '~/forms/fact'
import { answerStale, formRefused, orThrow, readForm, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { standingFact } from '~/queries/land/kept-facts.server'
import { nodeCapacity } from '~/queries/land/zone-capacity.server'

type Ctx = Awaited<ReturnType<typeof openVisit>>['ctx']

interface KeptLandRoute<Shown, Typed> {
  read: (ctx: Ctx, args: LoaderFunctionArgs) => Promise<Verdict<Shown>>
  schema: z.ZodType<Typed>
  command: (ctx: Ctx, typed: Typed, params: ActionFunctionArgs['params']) => Promise<Verdict<unknown>>
  /** The form as it would be shown now, for one that came too late. */
  standing?: (ctx: Ctx, typed: Typed, params: ActionFunctionArgs['params']) => Promise<Record<string, string> | null>
  /** Where it leads once done, below the office or the desk. */
  back: (params: ActionFunctionArgs['params']) => string
}

/** A page on which a keeper of land reads one thing and changes it by one form. */
const keptLandRoute = <Shown, Typed>({ read, schema, command, standing, back }: KeptLandRoute<Shown, Typed>) => ({
  async loader(args: LoaderFunctionArgs) {
    const visit = await openVisit(args)
    requireMay(visit, args.request, 'land.read_draft')
    return orThrow(await read(visit.ctx, args))
  },
  async action(args: ActionFunctionArgs) {
    const visit = await openVisit(args)
    requireMay(visit, args.request, 'land.write')
    const form = await readForm(args.request, schema)
    if (!form.ok) return formRefused(form.answer, form.status)
    const verdict = await command(visit.ctx, form.value, args.params)
    const now = async () => (await standing?.(visit.ctx, form.value, args.params)) ?? null
    if (!verdict.ok) return answerStale(verdict.refusal, form.values, now)
    return seeOther(keeperPath(new URL(args.request.url).pathname, back(args.params)))
  },
})

/** The figures of a plot or of a zone. */
export const keptFactsRoute = <Shown>(
  subject: FactSubject,
  read: (ctx: Ctx, code: string) => Promise<Verdict<Shown>>,
) =>
  keptLandRoute({
    async read(ctx, { request, params }) {
      const found = await read(ctx, params.code ?? '')
      if (!found.ok) return found
      const key = new URL(request.url).searchParams.get('key')
      return { ok: true, value: { subject: found.value, chosen: FACT_KEYS.find((one) => one === key) ?? null } }
    },
    schema: changeFactForm,
    command: (ctx, typed, { code = '' }) => changeFact(ctx, { subject, code, ...typed }),
    standing: (ctx, { key }, { code = '' }) => standingFact(ctx, subject, code, key),
    back: ({ code }) => `/${subject}s/${code}/facts`,
  })

/** One utility node of a zone; `page` is the page's own end of the address. */
export const keptNodeRoute = <Typed>(
  schema: z.ZodType<Typed>,
  command: (ctx: Ctx, input: Typed & { nodeId: string }) => Promise<Verdict<unknown>>,
  page = '',
) =>
  keptLandRoute({
    read: (ctx, { params }) => nodeCapacity(ctx, params.code ?? '', params.nodeId ?? ''),
    schema,
    command: (ctx, typed, { nodeId = '' }) => command(ctx, { ...typed, nodeId }),
    back: ({ code, nodeId }) => `/zones/${code}/capacity/${nodeId}${page}`,
  })
