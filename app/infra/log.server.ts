import { pino } from 'pino'
import { settings } from './env.server'

/** The process's log. Never a password, a token, a cookie or a name in it. */
export const log = pino({ level: settings().LOG_LEVEL, base: undefined })
