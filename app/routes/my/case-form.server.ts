import type { ActionFunctionArgs } from '@remix-run/node'
import type { z } from 'zod'
import type { Act } from '~/domain/party/permission'
import type { Verdict } from '~/domain/verdict'
import { answerRefusal, formRefused, readForm, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'

type Ctx = Awaited<ReturnType<typeof openVisit>>['ctx']

interface MyCaseForm<T> {
  act: Act
  schema: z.ZodType<T>
  command: (ctx: Ctx, input: T & { number: string }) => Promise<Verdict<unknown>>
  /** The part of the case's page that shows what was done. */
  part?: 'developer' | 'hold'
}

/** The action of a form of the investor's about one case: read, given to its command, and back to the case. */
export const myCaseAction =
  <T extends object>({ act, schema, command, part }: MyCaseForm<T>) =>
  async (args: ActionFunctionArgs) => {
    const visit = await openVisit(args)
    requireMay(visit, args.request, act)
    const form = await readForm(args.request, schema)
    if (!form.ok) return formRefused(form.answer, form.status)
    const number = args.params.number ?? ''
    const verdict = await command(visit.ctx, { ...form.value, number })
    if (!verdict.ok) return answerRefusal(verdict.refusal, form.values)
    return seeOther(`/${visit.lang}/my/cases/${number}${part ? `#${part}` : ''}`)
  }
