import { publishDuePlot } from '~/commands/land/publish-due-plot.server'
import { VISITOR } from '~/domain/party/permission'
import { actorOf } from '~/infra/session.server'
import { duePublications } from '~/queries/land/due-publications.server'

const AT_ONCE = 200

/** Publishes the plots whose hour has come, each in a transaction of its own, for the person who set the hour. */
export async function publishDue(now: Date): Promise<number> {
  let published = 0
  for (const { id, publishById } of await duePublications(now, AT_ONCE)) {
    // Somebody who left, or lost the role, publishes nothing any more: the command records the refusal.
    const actor = (publishById && (await actorOf(publishById))) || VISITOR
    const verdict = await publishDuePlot({ actor, now }, { id })
    if (verdict.ok && verdict.value === 'published') published += 1
  }
  return published
}
