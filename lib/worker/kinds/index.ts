import type { MailKind } from '@/lib/notifications'
import { agentKinds } from './agent'
import { coverKinds } from './cover'
import { digestKinds } from './digest'
import { escalationKinds } from './escalation'
import type { Kind } from './kind'
import { pauseKinds } from './pause'
import { ticketKinds } from './ticket'
import { tokenKinds } from './token'

/** Every kind of delivery there is: the compiler refuses a mail without a composer and a guard. */
const kinds: Record<MailKind, Kind> = {
  ...ticketKinds,
  ...agentKinds,
  ...digestKinds,
  ...tokenKinds,
  ...escalationKinds,
  ...pauseKinds,
  ...coverKinds,
}

export function kindOf(name: string): Kind | undefined {
  return (kinds as Record<string, Kind>)[name]
}
