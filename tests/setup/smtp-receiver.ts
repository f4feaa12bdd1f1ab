import { appendFileSync, existsSync, mkdtempSync, readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

/** One copy that arrived: what the world saw, whatever the database says. */
export type Copy = {
  /** Milliseconds since the epoch, on this machine's clock. */
  at: number
  to: string
  from: string
  messageId: string
  subject: string
  text: string
  html: string
  headers: Record<string, string>
}

/**
 * How the server treats a message. `defer` and `refuse` answer the recipient with 451 and 550; `hang` takes the message
 * and never answers; `late` answers after so many milliseconds; `drop` takes it and breaks the connection before it says so.
 */
export type Mood = 'accept' | 'defer' | 'refuse' | 'hang' | 'drop' | { late: number }

export type SmtpReceiver = {
  url: string
  port: number
  /** Where the copies are kept, one JSON object a line: other processes may read along. */
  file: string
  /** Every copy in the order of arrival, read from the file. */
  copies(): Copy[]
  copiesTo(address: string): Copy[]
  /** How all, or one address, are treated from now on. */
  mood(mood: Mood, address?: string): void
  /** Waits until `count` copies are there that `which` agrees to, and answers them. @throws after `limit` milliseconds */
  waitFor(which: (copy: Copy) => boolean, count?: number, limit?: number): Promise<Copy[]>
  stop(): Promise<void>
  close(): Promise<void>
  /** Listens again on the same port. */
  start(): Promise<void>
}

/**
 * A real SMTP server. Each copy is written to a file before it is accepted, so nothing is counted that was not kept.
 * @param heard is handed each copy instead, for tests that receive so many that a file is too slow
 */
export async function startSmtpReceiver(
  file = path.join(mkdtempSync(path.join(tmpdir(), 'waybill-smtp-')), 'copies.jsonl'),
  heard?: (copy: Copy) => void,
): Promise<SmtpReceiver> {
  let everybody: Mood = 'accept'
  const moods = new Map<string, Mood>()
  const moodOf = (address: string) => moods.get(address.toLowerCase()) ?? everybody
  let server: SMTPServer | undefined
  let port = 0

  const make = () =>
    new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      disableReverseLookup: true,
      logger: false,
      closeTimeout: 50,
      onRcptTo({ address }, _session, done) {
        const mood = moodOf(address)
        if (mood === 'defer') return done(answer(451, 'try again later'))
        if (mood === 'refuse') return done(answer(550, 'no such mailbox'))
        done()
      },
      async onData(stream, session, done) {
        // A sender that is killed in the middle of a message has sent none.
        const mail = await simpleParser(stream).catch(() => null)
        if (!mail) return
        const to = session.envelope.rcptTo.map(({ address }) => address).join(',')
        const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : ''
        const headers = Object.fromEntries(
          mail.headerLines.map(({ key, line }) => [key, line.slice(key.length + 1).trim()]),
        )
        const copy: Copy = {
          at: Date.now(),
          to,
          from,
          messageId: mail.messageId ?? '',
          subject: mail.subject ?? '',
          text: mail.text ?? '',
          html: mail.html || '',
          headers,
        }
        if (heard) heard(copy)
        else appendFileSync(file, `${JSON.stringify(copy)}\n`, { flush: true })
        const mood = moodOf(to)
        if (mood === 'hang') return
        if (mood === 'drop') return destroy(session.id)
        if (typeof mood === 'object') await pause(mood.late)
        done()
      },
    })

  const destroy = (id: string) => {
    for (const connection of connectionsOf(server)) if (connection.session?.id === id) connection._socket?.destroy()
  }

  const listen = async () => {
    server = make()
    server.on('error', () => undefined)
    await new Promise<void>((resolve) => server?.listen(port, '127.0.0.1', resolve))
    port = (server.server.address() as AddressInfo).port
  }
  await listen()

  const copies = () =>
    existsSync(file)
      ? readFileSync(file, 'utf8')
          .split('\n')
          .filter(Boolean)
          .map((line) => JSON.parse(line) as Copy)
      : []
  const stop = async () => {
    const closing = server
    server = undefined
    for (const connection of connectionsOf(closing)) connection._socket?.destroy()
    await new Promise<void>((resolve) => (closing ? closing.close(() => resolve()) : resolve()))
  }
  return {
    file,
    stop,
    close: stop,
    get url() {
      return `smtp://127.0.0.1:${port}`
    },
    get port() {
      return port
    },
    copies,
    copiesTo: (address) => copies().filter((copy) => copy.to === address),
    mood(mood, address) {
      if (address) moods.set(address.toLowerCase(), mood)
      else everybody = mood
    },
    async waitFor(which, count = 1, limit = 10_000) {
      for (const begun = performance.now(); ; await pause(15)) {
        const found = copies().filter(which)
        if (found.length >= count) return found
        if (performance.now() - begun > limit) {
          const seen = copies().map(({ to, subject }) => `${to}: ${subject}`)
          throw new Error(`${found.length} of ${count} copies came; in all: ${seen.join(' | ') || 'none'}`)
        }
      }
    },
    start: listen,
  }
}

type Connection = { session?: { id: string }; _socket?: { destroy(): void } }

function connectionsOf(server: SMTPServer | undefined): Connection[] {
  return [...((server as unknown as { connections?: Set<Connection> } | undefined)?.connections ?? [])]
}

function answer(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode })
}
