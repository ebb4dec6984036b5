import { sendDigest } from '~/commands/notice/send-digest.server'
import { SYSTEM } from '~/domain/party/permission'
import { dueDigests } from '~/queries/notice/due-digests.server'

/** Mails the daily digests that are due. Each is taken by one process: the command finds nothing waiting any more. */
export async function mailDigests(now: Date): Promise<void> {
  const ctx = { actor: SYSTEM, now }
  for (const personId of await dueDigests(now)) await sendDigest(ctx, { personId })
}
