// A mail server on loopback that says what a test wants it to say, and keeps what it took.
import { createServer, type Socket } from 'node:net'

export interface TakenMail {
  to: string[]
  /** Header lines and body, dots undone. */
  data: string
}

/** What the server answers: to RCPT TO of an address, and to the message itself; nothing said is 250. */
export interface Manners {
  rcpt?: (address: string) => string | undefined
  /** `hang-up`: takes the message and breaks the line before saying so. */
  data?: (mail: TakenMail) => string | 'hang-up' | undefined
}

export async function startSmtp(manners: Manners = {}) {
  const taken: TakenMail[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => {})
    const say = (line: string) => socket.write(`${line}\r\n`)
    let to: string[] = []
    let message: string[] | null = null
    let rest = ''
    const command = (line: string) => {
      const word = line.slice(0, 4).toUpperCase()
      if (word === 'EHLO' || word === 'HELO') return say('250 loopback')
      if (word === 'MAIL') to = []
      if (word === 'RCPT') {
        const address = /<([^>]*)>/.exec(line)?.[1] ?? ''
        const refused = manners.rcpt?.(address)
        if (refused) return say(refused)
        to.push(address)
      }
      if (word === 'DATA') {
        message = []
        return say('354 go on')
      }
      if (word === 'QUIT') return socket.end('221 bye\r\n')
      return say('250 ok')
    }
    const end = (lines: string[]) => {
      const mail = { to, data: lines.join('\r\n') }
      const answer = manners.data?.(mail)
      if (answer === undefined || answer === 'hang-up') taken.push(mail)
      if (answer === 'hang-up') socket.destroy()
      else say(answer ?? '250 taken')
    }
    socket.on('data', (bytes) => {
      const lines = (rest + bytes.toString('utf8')).split('\r\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        if (message === null) command(line)
        else if (line === '.') {
          const whole = message
          message = null
          end(whole)
        } else message.push(line.replace(/^\./, ''))
      }
    })
    say('220 loopback')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    async stop() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** A header of a taken mail. */
export const headerOf = (mail: TakenMail | undefined, name: string): string =>
  new RegExp(`^${name}: *(.*)$`, 'im').exec(mail?.data ?? '')?.[1] ?? ''
