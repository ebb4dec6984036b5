import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import type { z } from 'zod'
import type { RequestMove } from '~/domain/land/developer-answer'
import type { Verdict } from '~/domain/verdict'
import {
  answerRefusal,
  formRefused,
  orThrow,
  readForm,
  refusalResponse,
  requireMay,
  seeOther,
} from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { deskRequest } from '~/queries/case/developer-desk.server'

type Ctx = Awaited<ReturnType<typeof openVisit>>['ctx']

interface RequestFormRoute<T> {
  made: Exclude<RequestMove, 'reply'>
  schema: z.ZodType<T>
  command: (ctx: Ctx, input: T & { id: string }) => Promise<Verdict<unknown>>
}

/** A page of the desk that answers one request in one way, and leads back to it. */
export const requestFormRoute = <T extends object>({ made, schema, command }: RequestFormRoute<T>) => ({
  async loader(args: LoaderFunctionArgs) {
    const visit = await openVisit(args)
    requireMay(visit, args.request, 'desk.answer')
    const request = orThrow(await deskRequest(visit.ctx, args.params.id ?? ''))
    if (!request.moves.includes(made)) throw refusalResponse({ code: 'state-forbids' })
    return { request, meta: pageMeta(visit.lang, 'desk', made) }
  },
  async action(args: ActionFunctionArgs) {
    const visit = await openVisit(args)
    requireMay(visit, args.request, 'desk.answer')
    const form = await readForm(args.request, schema)
    if (!form.ok) return formRefused(form.answer, form.status)
    const id = args.params.id ?? ''
    const verdict = await command(visit.ctx, { ...form.value, id })
    if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
    return seeOther(`/${visit.lang}/desk/requests/${id}`)
  },
})
