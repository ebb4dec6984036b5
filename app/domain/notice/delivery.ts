/** How often a mail is tried before it counts as failed: over about four hours. */
export const MAX_ATTEMPTS = 8
const MINUTE_MS = 60_000

/** What a mail server, or the way to it, said. */
export interface MailFailure {
  /** SMTP reply, where there was one. */
  responseCode?: number
  /** nodemailer's word for where it happened. */
  code?: string
}

/**
 * A refusal of the address or of the message itself (SMTP 5xx) does not get better by trying again; a refusal of our
 * own sign-in, a connection that broke and 4xx replies do.
 */
const isFinal = ({ responseCode, code }: MailFailure): boolean =>
  responseCode !== undefined &&
  responseCode >= 500 &&
  responseCode < 600 &&
  (code === 'EENVELOPE' || code === 'EMESSAGE')

/** What becomes of a mail after a failure: given up, or tried again after so many milliseconds, each wait twice the last. */
export const afterFailure = (
  failure: MailFailure,
  attempts: number,
): { state: 'failed' } | { state: 'queued'; waitMs: number } =>
  isFinal(failure) || attempts >= MAX_ATTEMPTS
    ? { state: 'failed' }
    : { state: 'queued', waitMs: 2 ** attempts * MINUTE_MS }
