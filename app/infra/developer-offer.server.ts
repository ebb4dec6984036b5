import type { OfferStanding } from '~/domain/land/hold'
import { type Day, toDay } from '~/domain/time/day'

/** Whether an offer of the company that leases the land is needed, and stands on a day. */
export function developerOffer(
  interest: { role: string; zone: { developerOfferNeeded: boolean } },
  request: { state: string; offerUntilDay: Date | null } | null,
  today: Day,
): OfferStanding {
  if (!interest.zone.developerOfferNeeded || interest.role !== 'tenant') return 'not_needed'
  const until = request?.state === 'offered' && request.offerUntilDay ? toDay(request.offerUntilDay) : null
  return until !== null && until >= today ? 'standing' : 'missing'
}
