// The receiving end: takes every mail, signs everybody in, says 250 only after the mail is kept.
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

const LARGEST = 60 * 1024 * 1024

export function startSmtp(store, port) {
  const server = new SMTPServer({
    banner: 'Waybill development mailbox',
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    size: LARGEST,
    onAuth: ({ username }, _session, done) => done(null, { user: username }),
    async onData(stream, session, done) {
      try {
        const mail = await simpleParser(stream, { skipImageLinks: true })
        if (stream.sizeExceeded) return done(Object.assign(new Error('too large'), { responseCode: 552 }))
        store.add(kept(mail, session.envelope))
        done()
      } catch (error) {
        done(Object.assign(error, { responseCode: 451 }))
      }
    },
  })
  server.on('error', (error) => {
    if (error.code !== 'EADDRINUSE') return console.error(error)
    console.error(`port ${port} is taken`)
    process.exit(1)
  })
  return new Promise((resolve) => {
    server.listen(port, '127.0.0.1', () => resolve(server))
  })
}

function kept(mail, envelope) {
  return {
    from: mail.from?.text ?? (envelope.mailFrom || undefined)?.address ?? '',
    to: envelope.rcptTo.map(({ address }) => address),
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html || '',
    headers: mail.headerLines.map(({ line }) => {
      const colon = line.indexOf(':')
      return { name: line.slice(0, colon), value: line.slice(colon + 1).trim() }
    }),
    attachments: mail.attachments.map(({ filename, contentType, size }) => ({
      name: filename ?? '(no name)',
      type: contentType,
      size,
    })),
  }
}
