import type { MailKind } from '@/lib/notifications'
import { agentKinds } from './agent'
import { callKinds } from './call'
import { contactKinds } from './contact'
import { coverKinds } from './cover'
import { digestKinds } from './digest'
import { escalationKinds } from './escalation'
import type { Kind } from './kind'
import { pauseKinds } from './pause'
import { promiseKinds } from './promise'
import { ticketKinds } from './ticket'
import { tokenKinds } from './token'
import { webhookTestKinds } from './webhook-test'

/** Every kind of delivery there is: the compiler refuses a mail without a composer and a guard. */
const kinds: Record<MailKind, Kind> = {
  ...ticketKinds,
  ...agentKinds,
  ...digestKinds,
  ...promiseKinds,
  ...tokenKinds,
  ...escalationKinds,
  ...pauseKinds,
  ...callKinds,
  ...coverKinds,
  ...webhookTestKinds,
  ...contactKinds,
}

/** How the worker reads and words deliveries of this kind; undefined for a kind it does not know. */
export function kindOf(name: string): Kind | undefined {
  return (kinds as Record<string, Kind>)[name]
}
