import { versionsOn } from '~/domain/procedure/version'
import type { Text } from '~/domain/text'
import { dayInVietnam } from '~/domain/time/day'
import { procedureVersions } from '~/infra/reference.server'
import type { Ctx } from '~/infra/transact.server'

/** The procedure an expression of interest is checked by: agreement in principle on plot, area and price. */
const PROCEDURE = 'INV-00'

/** The papers an expression of interest has today; null where no version of the procedure is in force. */
export async function dossierToCheck(
  ctx: Ctx,
): Promise<{ procedure: string; papers: { key: string; text: Text; required: boolean }[] } | null> {
  const inForce = versionsOn(await procedureVersions(), dayInVietnam(ctx.now))
  const version = inForce.find((one) => one.procedure === PROCEDURE)
  if (!version) return null
  const papers = version.dossier.map((paper, index) => ({ key: `${version.code}.${index + 1}`, ...paper }))
  return { procedure: version.code, papers }
}
