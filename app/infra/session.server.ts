import { createHash, randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import type { AppLoadContext } from '@remix-run/node'
import { type Adapter, type DatabaseSession, type DatabaseUser, Lucia, TimeSpan } from 'lucia'
import { readBasket, writeBasket } from '~/domain/land/basket'
import {
  type Actor,
  type GrantedRole,
  hasRole,
  type MemberRole,
  may,
  OFFICE_ROLES,
  VISITOR,
} from '~/domain/party/permission'
import { isLang, type Lang } from '~/domain/text'
import { dayToDate, toDay } from '~/domain/time/day'
import { now, today } from './clock.server'
import { db } from './db.server'
import { delegationOf, delegationsOn } from './delegations.server'
import { baseUrl, settings } from './env.server'
import { inForceOn } from './in-force.server'
import { unreadCount } from './notices.server'

const IDLE = new TimeSpan(7, 'd')
const ABSOLUTE_MS = 30 * 24 * 3600 * 1000

const digest = (value: string): string => createHash('sha256').update(value).digest('hex')

/** Only a digest of the session's id is kept: a read of the table opens no session. */
const adapter: Adapter = {
  async getSessionAndUser(id) {
    const row = await db().session.findUnique({ where: { id: digest(id) } })
    if (!row || row.createdAt.getTime() + ABSOLUTE_MS < now().getTime()) return [null, null]
    const session: DatabaseSession = { id, userId: row.personId, expiresAt: row.expiresAt, attributes: {} }
    const user: DatabaseUser = { id: row.personId, attributes: {} }
    return [session, user]
  },
  async getUserSessions(userId) {
    const rows = await db().session.findMany({ where: { personId: userId } })
    return rows.map((row) => ({ id: row.id, userId, expiresAt: row.expiresAt, attributes: {} }))
  },
  async setSession(session) {
    await db().session.create({
      data: { id: digest(session.id), personId: session.userId, expiresAt: session.expiresAt, createdAt: now() },
    })
  },
  async updateSessionExpiration(id, expiresAt) {
    await db().session.updateMany({ where: { id: digest(id) }, data: { expiresAt } })
  },
  async deleteSession(id) {
    await db().session.deleteMany({ where: { id: digest(id) } })
  },
  async deleteUserSessions(userId) {
    await db().session.deleteMany({ where: { personId: userId } })
  },
  async deleteExpiredSessions() {
    await db().session.deleteMany({ where: { expiresAt: { lt: now() } } })
  },
}

let instance: Lucia | undefined
const lucia = (): Lucia => {
  instance ??= new Lucia(adapter, {
    sessionExpiresIn: IDLE,
    sessionCookie: {
      name: SESSION_COOKIE,
      expires: true,
      attributes: { secure: baseUrl().startsWith('https:'), sameSite: 'lax', path: '/' },
    },
  })
  return instance
}

export const SESSION_COOKIE = 'cm_session'
const SESSION_ID = new RegExp(`(?:^|;)\\s*${SESSION_COOKIE}=([^;\\s]+)`)

/**
 * The session a Cookie header names, by the cookie's name as written. Lucia's reader decodes names, so that a cookie
 * which the kept pages do not see would open a session, and throws on what cannot be decoded.
 */
const sessionIdOf = (request: Request): string | undefined => SESSION_ID.exec(request.headers.get('Cookie') ?? '')?.[1]

/** What the process knows of one request; made once per request and shared by all its loaders. */
export interface Visit {
  actor: Actor
  lang: Lang
  now: Date
  ip: string
  requestId: string
  /** The cookie that keeps or ends the session, when it has to be set. */
  setCookie: string | null
}

declare module '@remix-run/node' {
  interface AppLoadContext {
    ip: string
    requestId: string
    visit?: Promise<Visit>
    /** Set-Cookie lines that go out with the answer whatever the loaders return. */
    cookies: string[]
  }
}

interface Arguments {
  request: Request
  params?: { lang?: string }
  context: AppLoadContext
}

const langOf = (args: Arguments, fallback: string): Lang => {
  const segment = new URL(args.request.url).pathname.split('/')[1]
  if (isLang(segment)) return segment
  return isLang(fallback) ? fallback : 'vi'
}

/** The visit behind a request: who acts, in which language, and when. */
export async function openVisit(
  args: Arguments,
): Promise<Visit & { ctx: { actor: Actor; now: Date; requestId: string } }> {
  args.context.visit ??= makeVisit(args)
  const visit = await args.context.visit
  const lang = langOf(args, visit.lang)
  return {
    ...visit,
    lang,
    ctx: { actor: { ...visit.actor, lang }, now: visit.now, requestId: visit.requestId },
  }
}

async function makeVisit(args: Arguments): Promise<Visit> {
  const base = { now: now(), ip: args.context.ip, requestId: args.context.requestId, setCookie: null }
  const sessionId = sessionIdOf(args.request)
  if (!sessionId) return { ...base, actor: VISITOR, lang: langOf(args, 'vi') }
  const { session, user } = await lucia().validateSession(sessionId)
  const actor = user ? await actorOf(user.id) : null
  if (!session || !user || !actor) {
    args.context.cookies.push(lucia().createBlankSessionCookie().serialize())
    return { ...base, actor: VISITOR, lang: langOf(args, 'vi') }
  }
  if (session.fresh) args.context.cookies.push(lucia().createSessionCookie(session.id).serialize())
  return { ...base, actor, lang: actor.lang }
}

/** A person with the roles and memberships in force today; null when deactivated or gone. */
export async function actorOf(personId: string): Promise<Actor | null> {
  const day = dayToDate(today())
  const inForce = inForceOn(day)
  const person = await db().person.findFirst({
    where: { id: personId, deactivatedAt: null },
    include: {
      memberships: {
        where: inForce,
        include: { organization: { select: { id: true, name: true } } },
        orderBy: { createdAt: 'asc' },
      },
      roleGrants: { where: inForce },
      signsFor: { where: delegationsOn(day) },
      deputizes: {
        where: { endedAt: null, fromDay: { lte: day }, untilDay: { gte: day } },
        select: { person: { select: { id: true, fullName: true } } },
      },
    },
  })
  if (!person) return null
  return {
    personId: person.id,
    fullName: person.fullName,
    lang: isLang(person.lang) ? person.lang : 'vi',
    emailConfirmed: person.emailConfirmedAt !== null,
    grants: person.roleGrants.map((grant) => ({
      role: grant.role as GrantedRole,
      zoneId: grant.zoneId,
      agencyKey: grant.agencyKey,
      divisionKey: grant.divisionKey,
    })),
    organizations: person.memberships.map(({ id, organization, role, untilDay, mandateScope }) => ({
      ...organization,
      role: role as MemberRole,
      ...(role === 'agent' &&
        untilDay !== null && {
          mandate: { membershipId: id, untilDay: toDay(untilDay), scope: mandateScope ?? '' },
        }),
    })),
    deputyFor: person.deputizes.map((absence) => absence.person),
    delegations: person.signsFor.map(delegationOf),
  }
}

/** Begins a new session; the one the browser came with ends, so that an id from before sign-in is worth nothing. */
export async function beginSession(args: Arguments, personId: string): Promise<void> {
  const former = sessionIdOf(args.request)
  if (former) await lucia().invalidateSession(former)
  const session = await lucia().createSession(personId, {})
  args.context.cookies.push(lucia().createSessionCookie(session.id).serialize())
}

/** Ends the session at the server and in the browser. */
export async function endSession(args: Arguments): Promise<void> {
  const sessionId = sessionIdOf(args.request)
  if (sessionId) await lucia().invalidateSession(sessionId)
  args.context.cookies.push(lucia().createBlankSessionCookie().serialize())
}

const BASKET_COOKIE = 'cm_basket'
const BASKET = new RegExp(`(?:^|;)\\s*${BASKET_COOKIE}=([^;\\s]+)`)
const BASKET_SECONDS = 90 * 24 * 3600

/** The codes of the plots somebody put together. The browser keeps them: signing in or out changes nothing. */
export const basketOf = (request: Request): string[] =>
  readBasket(BASKET.exec(request.headers.get('Cookie') ?? '')?.[1] ?? '')

/** Has the browser keep a basket; an empty one is forgotten. */
export function keepBasket(args: Arguments, codes: readonly string[]): void {
  const secure = baseUrl().startsWith('https:') ? '; Secure' : ''
  const age = codes.length === 0 ? 0 : BASKET_SECONDS
  args.context.cookies.push(
    `${BASKET_COOKIE}=${writeBasket(codes)}; Path=/; Max-Age=${age}; HttpOnly; SameSite=Lax${secure}`,
  )
}

export const endAllSessions = (personId: string): Promise<void> => lucia().invalidateUserSessions(personId)
export const sweepSessions = (): Promise<void> => lucia().deleteExpiredSessions()

// argon2id, 19 MiB, two passes (OWASP). Two at a time: sixteen at once would take the machine's memory bandwidth.
const ARGON = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const waiting: (() => void)[] = []
let free = 2
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (free > 0) free -= 1
  else await new Promise<void>((resolve) => waiting.push(resolve))
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else free += 1
  }
}

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password, ARGON))

let dummyHash: Promise<string> | undefined
/** Takes as long for an unknown address (`null`) as for a known one. */
export async function passwordMatches(passwordHash: string | null, password: string): Promise<boolean> {
  dummyHash ??= hashPassword(randomBytes(16).toString('hex'))
  const against = passwordHash ?? (await dummyHash)
  const matches = await inTurn(() => verify(against, password))
  return passwordHash !== null && matches
}

/** A token for a mailed link, and the digest that is kept of it. */
export function makeToken(): { token: string; tokenHash: string } {
  const token = randomBytes(24).toString('base64url')
  return { token, tokenHash: digest(token) }
}
export const hashToken = digest

export interface RootData {
  lang: Lang
  person: {
    fullName: string
    areas: ('my' | 'desk' | 'office' | 'agency' | 'admin' | 'audit')[]
    /** The organisations an agent acts for, and until when. */
    actsFor: { id: string; name: string; untilDay: string }[]
    /** Notices not read yet, counted up to a hundred. */
    unread: number
  } | null
  /** Registering interest is offered: to investors, and to visitors, who may become ones. */
  registers: boolean
  demo: boolean
  path: string
  baseUrl: string
}

/** What the document shell shows of the visit. */
export async function rootData(args: Arguments): Promise<RootData> {
  const visit = await openVisit(args)
  const areas: NonNullable<RootData['person']>['areas'] = []
  if (hasRole(visit.actor, 'investor')) areas.push('my')
  if (hasRole(visit.actor, 'developer')) areas.push('desk')
  if (hasRole(visit.actor, ...OFFICE_ROLES, 'auditor')) areas.push('office')
  if (hasRole(visit.actor, 'agency')) areas.push('agency')
  if (hasRole(visit.actor, 'admin')) areas.push('admin')
  if (hasRole(visit.actor, 'auditor')) areas.push('audit')
  const { personId } = visit.actor
  const unread = personId === null ? 0 : await unreadCount(db(), personId)
  const actsFor = visit.actor.organizations.flatMap(({ id, name, mandate }) =>
    mandate ? [{ id, name, untilDay: mandate.untilDay }] : [],
  )
  return {
    lang: visit.lang,
    person: personId === null ? null : { fullName: visit.actor.fullName, areas, actsFor, unread },
    registers: personId === null || may(visit.actor, 'interest.write').ok,
    demo: settings().DEMO,
    path: new URL(args.request.url).pathname,
    baseUrl: baseUrl(),
  }
}
