import { dayInVietnam } from '../../app/domain/time/day'
import { loadDemoCapacity } from './demo-capacity'
import { loadDemoCases } from './demo-cases'
import { loadDemoDrafts } from './demo-drafts'
import { loadDemoFacts } from './demo-facts'
import { loadDemoHolds } from './demo-holds'
import { loadDemoInventory } from './demo-inventory'
import { loadDemoMessages } from './demo-messages'
import { loadDemoNeeds } from './demo-needs'
import { loadDemoOffice } from './demo-office'
import { loadDemoRefusal } from './demo-refusal'
import { loadDemoZoneTerms } from './demo-zone-terms'

/** What the demo makes by the commands themselves, once the site answers: letters and matches take their time. */
export async function loadDemoLater(now: Date): Promise<void> {
  await loadDemoZoneTerms(dayInVietnam(now))
  await loadDemoCases(dayInVietnam(now))
  await loadDemoMessages(now)
  await loadDemoHolds(dayInVietnam(now))
  await loadDemoOffice(dayInVietnam(now))
  // Saved before facts change, so that something has become true.
  await loadDemoNeeds(now)
  await loadDemoDrafts(dayInVietnam(now))
  await loadDemoFacts(now)
  await loadDemoCapacity(now)
  await loadDemoInventory(dayInVietnam(now))
  await loadDemoRefusal(dayInVietnam(now))
}
