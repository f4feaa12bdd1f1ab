#!/usr/bin/env node
// The development mailbox: a real SMTP server that delivers nowhere, and a page that shows what it was given.
// MAILBOX_SMTP_PORT, MAILBOX_HTTP_PORT and MAILBOX_FOLDER say where; it listens on this machine only.
import { startHttp } from './mailbox/http.mjs'
import { startSmtp } from './mailbox/smtp.mjs'
import { openStore } from './mailbox/store.mjs'

process.title = 'waybill mailbox'
const store = openStore(process.env.MAILBOX_FOLDER || '.data/mailbox')
const ports = {
  smtp: Number(process.env.MAILBOX_SMTP_PORT || 1025),
  http: Number(process.env.MAILBOX_HTTP_PORT || 8025),
}
const servers = await Promise.all([startSmtp(store, ports.smtp), startHttp(store, ports)])
console.log(`mailbox ready: smtp ${ports.smtp}, page http://localhost:${ports.http}`)

for (const signal of ['SIGTERM', 'SIGINT'])
  process.on(signal, () => {
    for (const server of servers) server.close()
    setTimeout(() => process.exit(0), 200)
  })
