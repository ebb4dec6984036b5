import { type ChainReport, verifyAudit } from '~/infra/audit-chain.server'

/** Whether the record is what was sealed, from its first entry to its last. */
export const auditCheck = (): Promise<ChainReport> => verifyAudit()
