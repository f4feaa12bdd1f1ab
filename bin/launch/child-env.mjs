// What each process gets to know: its own database role and nothing of the others'.
import { inData, inRoot } from './paths.mjs'

const ours = /^(DATABASE_URL|WAYBILL_|NEXTAUTH_|SMTP_URL|MAIL_FROM|PORT$|HOST$|PG[A-Z]+$|npm_|NODE_ENV$)/

/** What the user sets and every process reads as it stands. */
const asGiven = [
  'WAYBILL_PROXIES',
  'WAYBILL_PRIVATE_HOSTS',
  'WAYBILL_NTFY_URL',
  'WAYBILL_SMS_URL',
  'WAYBILL_VOICE_URL',
  'WAYBILL_DEADMAN_URL',
  'WAYBILL_METRICS_TOKEN',
  'WAYBILL_FAILPOINT',
]

/** The environment without Waybill's own variables, Postgres' and npm's. */
export function cleanEnv() {
  const kept = Object.entries(process.env).filter(([name]) => !ours.test(name))
  return { ...Object.fromEntries(kept), NEXT_TELEMETRY_DISABLED: '1', __NEXT_PROCESSED_ENV: 'true' }
}

/**
 * The system looks names up on the worker's few shared threads, and a name whose server is silent keeps one for up to half
 * a minute: with the four that are usual, a handful of such webhooks would keep everybody's pages waiting.
 */
const threads = { UV_THREADPOOL_SIZE: process.env.UV_THREADPOOL_SIZE || '64' }

/**
 * @param {{ urls: object, port: number, mail: { smtp: number, http: number } | undefined, secret: string,
 *   vapid: { publicKey: string, privateKey: string } | undefined, dev: boolean }} world
 * @returns the environments of web, worker, mailbox and of one-off tools
 */
export function environments({ urls, port, mail, secret, vapid, dev }) {
  const given = process.env
  const address = (given.WAYBILL_URL || `http://localhost:${port}`).replace(/\/$/, '')
  const shared = {
    ...cleanEnv(),
    NODE_ENV: dev ? 'development' : 'production',
    WAYBILL_URL: address,
    NEXTAUTH_URL: given.NEXTAUTH_URL || address,
    NEXTAUTH_SECRET: secret,
    SMTP_URL: mail ? `smtp://127.0.0.1:${mail.smtp}` : given.SMTP_URL,
    MAIL_FROM: given.MAIL_FROM || 'Waybill <support@waybill.example>',
    WAYBILL_FILES: inRoot(given.WAYBILL_FILES || inData('files')),
    ...(vapid && { WAYBILL_VAPID_PUBLIC: vapid.publicKey, WAYBILL_VAPID_PRIVATE: vapid.privateKey }),
    ...Object.fromEntries(asGiven.filter((name) => given[name]).map((name) => [name, given[name]])),
  }
  return {
    address,
    web: { ...shared, DATABASE_URL: urls.DATABASE_URL },
    worker: { ...shared, ...threads, DATABASE_URL_WORKER: urls.DATABASE_URL_WORKER },
    mailbox: {
      ...cleanEnv(),
      MAILBOX_SMTP_PORT: `${mail?.smtp}`,
      MAILBOX_HTTP_PORT: `${mail?.http}`,
      MAILBOX_FOLDER: inData('mailbox'),
    },
    tool: { ...shared, ...threads, ...urls },
  }
}
