import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import type { Arrival } from './arrivals'
import { numbersIn } from './numbers'

/** A mail server that reads no more of a message than it must: it shares its cores with what is measured. */
export async function startSink(heard: (one: Arrival) => void): Promise<{ url: string; close(): Promise<void> }> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 50,
    onData(stream, _session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const text = Buffer.concat(parts).toString('latin1')
        const id = /^Message-ID: <([^@]+)@/im.exec(text)?.[1] ?? ''
        heard({ road: 'mail', at: Date.now(), id, page: text.includes('/ack/'), numbers: numbersIn(subjectOf(text)) })
        done()
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** The subject as written in plain letters, which the bench's own subjects are. */
function subjectOf(text: string): string {
  return /^Subject: (.*(?:\r\n[ \t].*)*)/im.exec(text)?.[1] ?? ''
}
