import type { ActionFunctionArgs } from '@remix-run/node'
import { saveInterest } from '~/commands/interest/save-interest.server'
import { readSaving, typedDraft } from '~/forms/interest'
import { orThrow, readTyped, refusalResponse, requireMay, stepAnswer } from '~/infra/http.server'
import { openVisit } from '~/infra/session.server'
import { draftPage } from '~/queries/interest/draft-page.server'

/** What the page of a draft is told: saved, with the fields that were not right; or what stands there instead. */
type Autosaved =
  | { saved: true; version: number; at: string; wrong: string[] }
  | {
      saved: false
      version: number
      at: string
      by: string | null
      /** The kept draft as it would be typed. */
      typed: Record<string, string>
    }

const answer = (body: Autosaved, status: number): Response => stepAnswer(body, status)

/** Saves a draft while it is typed: the same command as its form's button, with the fields that are right. */
export async function action(args: ActionFunctionArgs): Promise<Response> {
  const visit = await openVisit(args)
  requireMay(visit, args.request, 'interest.write')
  const typed = orThrow(await readTyped(args.request))
  const interestId = args.params.id ?? ''
  const page = orThrow(await draftPage(visit.ctx, interestId))
  const kept = typedDraft(page.draft, visit.lang)
  const form = readSaving(typed, kept)
  if (!form.ok) throw refusalResponse({ code: 'invalid-form' })
  const verdict = await saveInterest(visit.ctx, { interestId, ...form.value })
  if (verdict.ok) {
    return answer({ saved: true, version: verdict.value.version, at: visit.now.toISOString(), wrong: form.wrong }, 200)
  }
  if (verdict.refusal.code !== 'conflict') throw refusalResponse(verdict.refusal)
  // Read again: the one who was faster may have been faster than the first reading.
  const now = orThrow(await draftPage(visit.ctx, interestId))
  return answer({ saved: false, version: now.version, ...now.saved, typed: typedDraft(now.draft, visit.lang) }, 409)
}

export const loader = () => refusalResponse({ code: 'not-found' })
