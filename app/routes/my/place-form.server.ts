import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import type { Verdict } from '~/domain/verdict'
import { answerRefusal, orThrow, refusalResponse, requireMay, seeOther } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { pageMeta } from '~/locales/page-meta'
import { myPlace } from '~/queries/case/case-line.server'

type Ctx = Awaited<ReturnType<typeof openVisit>>['ctx']

interface PlaceFormRoute {
  made: 'join' | 'accept' | 'leave'
  command: (ctx: Ctx, input: { number: string }) => Promise<Verdict<unknown>>
}

const MAY = { join: 'mayJoin', accept: 'mayAccept', leave: 'mayGiveUp' } as const

/** A page of the investor's that does one thing to the case's place in the line, and leads back to the case. */
export const placeFormRoute = ({ made, command }: PlaceFormRoute) => ({
  async loader(args: LoaderFunctionArgs) {
    const visit = await openVisit(args)
    requireMay(visit, args.request, 'interest.write')
    const page = orThrow(await myPlace(visit.ctx, args.params.number ?? ''))
    if (!page[MAY[made]]) throw refusalResponse({ code: 'state-forbids' })
    return { ...page, meta: pageMeta(visit.lang, 'hold', `line.${made}`) }
  },
  async action(args: ActionFunctionArgs) {
    const visit = await openVisit(args)
    requireMay(visit, args.request, 'interest.write')
    const number = args.params.number ?? ''
    const verdict = await command(visit.ctx, { number })
    if (!verdict.ok) return answerRefusal(verdict.refusal)
    return seeOther(`/${visit.lang}/my/cases/${number}#line`)
  },
})
