// npm run user -- create EMAIL --role admin [--name NAME] [--lang vi|en|zh]
// Invites somebody from the command line: how the first administrator comes in. Prints the link to take the account.
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { invitePerson } from '../app/commands/party/invite-person.server'
import { GRANTED_ROLES, type GrantedRole, VISITOR } from '../app/domain/party/permission'
import { scopeOf } from '../app/domain/party/role-grant'
import { isLang } from '../app/domain/text'
import { now, today } from '../app/infra/clock.server'
import { joinDatabase, setDatabase } from '../app/infra/db.server'
import { connectionOf } from '../app/infra/embedded.server'
import { settings } from '../app/infra/env.server'
import { applyMigrations } from './migrate'
import { loadReference } from './seed/reference'

const OFFICE_WIDE = GRANTED_ROLES.filter((role) => scopeOf(role) !== 'zone' && scopeOf(role) !== 'agency')
const USAGE = `Usage: npm run user -- create EMAIL --role ${OFFICE_WIDE.join('|')} [--name NAME] [--lang vi|en|zh]`

function stop(message: string, code = 2): never {
  process.stderr.write(`${message}\n`)
  process.exit(code)
}

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { role: { type: 'string' }, name: { type: 'string' }, lang: { type: 'string', default: 'vi' } },
  })
  const [command, address] = positionals
  const email = z.email().safeParse(address?.trim().toLowerCase())
  const role = OFFICE_WIDE.find((known) => known === values.role)
  if (command !== 'create' || positionals.length !== 2 || !email.success || !role || !isLang(values.lang)) stop(USAGE)
  return { email: email.data, role: role as GrantedRole, fullName: values.name ?? email.data, lang: values.lang }
}

/** The mail has left or is kept, whichever the settings say, before this process ends. */
async function sent(find: () => Promise<{ state: string } | null>): Promise<string> {
  for (let round = 0; round < 50; round += 1) {
    const mail = await find()
    if (mail && mail.state !== 'queued') return mail.state
    await new Promise((done) => setTimeout(done, 200))
  }
  return 'queued'
}

const invitation = readArguments()
const env = settings()
const running = env.DATABASE_URL === undefined && connectionOf(env.DATA_DIR) !== undefined
const database = await joinDatabase({ databaseUrl: env.DATABASE_URL, dataDir: env.DATA_DIR })
try {
  setDatabase(database)
  if (!running) {
    await applyMigrations(database)
    await loadReference(database.prisma)
  }
  const commandLine = { ...VISITOR, fullName: 'npm run user', grants: [{ role: 'admin' as const }] }
  const verdict = await invitePerson(
    { actor: commandLine, now: now() },
    { ...invitation, zoneCode: null, agencyKey: null, divisionKey: null, fromDay: today(), untilDay: null },
  )
  if (!verdict.ok) {
    process.stderr.write(
      `Not created: ${verdict.refusal.code}${verdict.refusal.field ? ` (${verdict.refusal.field})` : ''}\n`,
    )
    process.exitCode = 1
  } else {
    const find = () =>
      database.prisma.outbox.findFirst({
        where: { toEmail: invitation.email, kind: 'invitation' },
        orderBy: { createdAt: 'desc' },
      })
    const state = await sent(find)
    const link = (await find())?.text.match(/https?:\S+\/invitation\/\S+/)?.[0]
    process.stdout.write(`${invitation.email} is invited as ${invitation.role}.\n`)
    process.stdout.write(`The account is taken, and its password set, here:\n${link}\n`)
    if (state === 'sent') process.stdout.write('The same link went out by mail.\n')
  }
} finally {
  await database.close()
}
