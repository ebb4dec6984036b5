import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import type { z } from 'zod'
import type { OfficeAction } from '~/domain/case/office-action'
import type { Act } from '~/domain/party/permission'
import type { Verdict } from '~/domain/verdict'
import { answerRefusal, formRefused, orThrow, readForm, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { caseForm } from '~/queries/case/office-case.server'

type Ctx = Awaited<ReturnType<typeof openVisit>>['ctx']

interface CaseFormRoute<T> {
  action: OfficeAction
  act: Act
  schema: z.ZodType<T>
  command: (ctx: Ctx, input: T & { number: string }) => Promise<Verdict<unknown>>
}

/** A page that does one thing to a case: shows its form, gives its command, leads back to the case. */
export const caseFormRoute = <T extends object>({ action, act, schema, command }: CaseFormRoute<T>) => ({
  async loader(args: LoaderFunctionArgs) {
    const visit = await openVisit(args)
    requireMay(visit, args.request, act)
    return orThrow(await caseForm(visit.ctx, args.params.number ?? '', action))
  },
  async action(args: ActionFunctionArgs) {
    const visit = await openVisit(args)
    requireMay(visit, args.request, act)
    const form = await readForm(args.request, schema)
    if (!form.ok) return formRefused(form.answer, form.status)
    const number = args.params.number ?? ''
    const verdict = await command(visit.ctx, { ...form.value, number })
    if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
    return seeOther(`/${visit.lang}/office/cases/${number}`)
  },
})
