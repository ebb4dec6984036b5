import type { InterestDraft } from '~/domain/interest/draft'
import type { DuplicateReason } from '~/domain/interest/duplicate'
import { ok, type Verdict } from '~/domain/verdict'
import { db } from '~/infra/db.server'
import { possibleDuplicates } from '~/infra/duplicate-record.server'
import { interestFor } from '~/infra/interest-record.server'
import type { Ctx } from '~/infra/transact.server'

export interface OwnOpenInterest {
  number: string
  projectName: string
  land: string
  reasons: DuplicateReason[]
}

/** Open cases of the same organisation that a draft resembles: told before it is sent. Never anybody else's. */
export async function ownOpenInterest(ctx: Ctx, interestId: string): Promise<Verdict<OwnOpenInterest[]>> {
  const found = await interestFor(ctx, interestId, 'interest.read')
  if (!found.ok) return found
  const { organization, zone, plots, form, appealOfCaseId } = found.value
  if (appealOfCaseId !== null) return ok([])
  const { projectName, sector } = form as Partial<InterestDraft>
  const alike = await possibleDuplicates(db(), {
    organizationId: organization.id,
    country: organization.country,
    taxCode: null,
    registrationNumber: null,
    projectName: projectName ?? '',
    sector: sector ?? '',
    zoneId: zone.id,
    zoneCode: zone.code,
    plotIds: plots.map(({ plotId }) => plotId),
    plotCodes: plots.map(({ plot }) => plot.code),
  })
  const own = alike.filter(({ organizationId }) => organizationId === organization.id)
  return ok(
    own.map(({ number, projectName: name, plotCodes, reasons }) => ({
      number,
      projectName: name,
      land: plotCodes.join(' + '),
      reasons,
    })),
  )
}
