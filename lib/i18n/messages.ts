import type { Locale } from './locales'
import * as namespaces from './messages/index'

export type Namespace = keyof typeof namespaces

/** All texts of one language. English gives the shape: its keys are the keys that `t` accepts. */
export type Messages = { [Name in Namespace]: (typeof namespaces)[Name]['en'] }

/** The texts of `locale`, every namespace. They stay on the server; a client component is handed its words. */
export function messagesFor(locale: Locale): Messages {
  const entries = Object.entries(namespaces).map(([name, languages]) => [name, languages[locale]])
  return Object.fromEntries(entries) as Messages
}
