import { webhookSecret } from './webhook-secret'

/** `npm run gateway:secret`: what the gateways of docs/sms-voice.md check our signatures with. */
process.stdout.write(`sms    ${webhookSecret('sms', 1)}\nvoice  ${webhookSecret('voice', 1)}\n`)
