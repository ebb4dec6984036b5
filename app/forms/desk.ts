import { z } from 'zod'
import { CONSENT_SCOPES, DECLINE_REASONS } from '../domain/land/developer-answer'
import { day, line, optionalLine, version } from './field'

export const offerForm = z.object({ version, untilDay: day, priceText: line(300), conditions: optionalLine(4000) })

/** A coded reason; one that is in no list needs words. */
export const declineInterestForm = z
  .object({ version, reason: z.enum(DECLINE_REASONS, 'required'), text: optionalLine(2000) })
  .refine((form) => form.reason !== 'other' || form.text !== null, { path: ['text'], message: 'required' })

export const askInvestorForm = z.object({ version, question: line(2000) })
export const replyForm = z.object({ answer: line(4000) })
export const consentForm = z.object({ scope: z.enum(CONSENT_SCOPES, 'required') })
