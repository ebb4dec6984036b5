import { z } from 'zod'
import { day, line, version } from './field'

/** A change of a hold that says nothing but that it is meant. */
export const holdForm = z.object({ version })
/** A change of a hold that the investor reads the reason of. */
export const holdReasonForm = z.object({ version, reason: line(1000) })
export const leaseForm = z.object({ version, leaseNumber: line(80), fromDay: day, untilDay: day })
