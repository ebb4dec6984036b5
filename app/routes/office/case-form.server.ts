import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import type { z } from 'zod'
import { approveCase } from '~/commands/case/approve-case.server'
import { closeCase } from '~/commands/case/close-case.server'
import { concludeConsultation } from '~/commands/case/conclude-consultation.server'
import { countersignSupplement } from '~/commands/case/countersign-supplement.server'
import { declineCase } from '~/commands/case/decline-case.server'
import { lapseSupplement } from '~/commands/case/lapse-supplement.server'
import { passCheck } from '~/commands/case/pass-check.server'
import { receiveCase } from '~/commands/case/receive-case.server'
import { recommendCase } from '~/commands/case/recommend-case.server'
import { refuseDossier } from '~/commands/case/refuse-dossier.server'
import { requestSupplement } from '~/commands/case/request-supplement.server'
import { resumeCase } from '~/commands/case/resume-case.server'
import { returnCase } from '~/commands/case/return-case.server'
import { reviewRecommendation } from '~/commands/case/review-recommendation.server'
import { sendApology } from '~/commands/case/send-apology.server'
import { sendBackCase } from '~/commands/case/send-back-case.server'
import { suspendCase } from '~/commands/case/suspend-case.server'
import { draftsDefinition } from '~/documents/case/letter-definition'
import { isLetterAction, type OfficeAction } from '~/domain/case/office-action'
import type { Act } from '~/domain/party/permission'
import type { Verdict } from '~/domain/verdict'
import * as forms from '~/forms/case'
import {
  answerStale,
  formRefused,
  orThrow,
  pdfAnswer,
  readForm,
  refusalResponse,
  requireMay,
  seeOther,
} from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { caseForm } from '~/queries/case/office-case.server'
import { standingForm } from '~/queries/case/standing-form.server'

type Ctx = Parameters<typeof closeCase>[0]
type Letters = NonNullable<Ctx['rehearsal']>['letters']

/** One form about one case: who may post it, how it is read, and the command it gives. */
const form = <T extends object>(
  act: Act,
  schema: z.ZodType<T>,
  command: (ctx: Ctx, input: T & { number: string }) => Promise<Verdict<unknown>>,
) => ({
  act,
  async read(request: Request) {
    const read = await readForm(request, schema)
    if (!read.ok) return read
    const give = (ctx: Ctx, number: string) => command(ctx, { ...read.value, number })
    return { ok: true as const, values: read.values, give }
  },
})

const FORMS = {
  receive: form('case.receive', forms.receiveForm, receiveCase),
  return: form('case.return', forms.returnForm, returnCase),
  refuse: form('case.refuse', forms.refuseForm, refuseDossier),
  check: form('case.check', forms.checkForm, passCheck),
  supplement: form('case.request_supplement', forms.supplementForm, requestSupplement),
  countersign: form('case.review', forms.countersignForm, countersignSupplement),
  conclude: form('case.check', forms.concludeForm, concludeConsultation),
  lapse: form('case.return', forms.lapseForm, lapseSupplement),
  suspend: form('case.review', forms.suspendForm, suspendCase),
  resume: form('case.review', forms.sendBackForm, resumeCase),
  apologise: form('case.apologise', forms.apologyForm, sendApology),
  recommend: form('case.recommend', forms.recommendForm, recommendCase),
  review: form('case.review', forms.reviewForm, reviewRecommendation),
  decide: form('case.decide', forms.approveForm, approveCase),
  decline: form('case.decide', forms.declineForm, declineCase),
  'send-back': form('case.decide', forms.sendBackForm, sendBackCase),
  close: form('case.close', forms.closeForm, closeCase),
}
type FormName = keyof typeof FORMS

/** Shows the form of an action on a case. */
export const caseFormLoader = (action: FormName & OfficeAction) => async (args: LoaderFunctionArgs) => {
  const visit = await openVisit(args)
  requireMay(visit, args.request, FORMS[action].act)
  return orThrow(await caseForm(visit.ctx, args.params.number ?? '', action))
}

/**
 * Gives the form's command and leads back to the case. A form that came here by the button of the preview, because
 * there was nothing to show, changes nothing: it is told what is wrong.
 */
export const caseFormAction = (name: FormName) => async (args: ActionFunctionArgs) => {
  const visit = await openVisit(args)
  requireMay(visit, args.request, FORMS[name].act)
  const read = await FORMS[name].read(args.request)
  if (!read.ok) return formRefused(read.answer, read.status)
  const number = args.params.number ?? ''
  const ctx: Ctx = read.values.preview ? { ...visit.ctx, rehearsal: { letters: [] } } : visit.ctx
  const verdict = await read.give(ctx, number)
  if (!verdict.ok) return answerStale(verdict.refusal, read.values, () => standingForm(number, name, read.values))
  return seeOther(`/${visit.lang}/office/cases/${number}`)
}

/**
 * The letters a form would issue, as drafts. The command itself is rehearsed and taken back, so a draft is what would
 * be issued. What is wrong is told on the form's own page, to which the browser posts the same again (307).
 */
export async function previewLetters(args: ActionFunctionArgs): Promise<Response> {
  const visit = await openVisit(args)
  const { number = '', action: name = '' } = args.params
  if (!isLetterAction(name)) throw refusalResponse({ code: 'not-found' })
  requireMay(visit, args.request, FORMS[name].act)
  const read = await FORMS[name].read(args.request)
  const letters: Letters = []
  if (read.ok && read.values.preview) await read.give({ ...visit.ctx, rehearsal: { letters } }, number)
  if (letters.length === 0) return redirect(`/${visit.lang}/office/cases/${number}/${name}`, 307)
  return pdfAnswer({ definition: () => draftsDefinition(letters) }, `${number}-${name}-draft.pdf`)
}
