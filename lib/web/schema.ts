import type { RefusalDetails } from '@/lib/foundation/outcome'

/** What a form learns of its action: made for `useActionState`, safe in the browser. */
export type ActionState<Value = null> =
  | { status: 'idle' }
  | { status: 'ok'; value: Value }
  /** It cannot be done now; `message` says why in the reader's language, `details` holds its times and numbers. */
  | { status: 'refused'; why: string; message: string; details?: RefusalDetails }
  /** What was typed does not fit; one sentence a field, by the field's name. */
  | { status: 'invalid'; message: string; fields: Record<string, string> }
  /** Our fault; `id` is what a person quotes and what the log carries. */
  | { status: 'error'; id: string; message: string }

export const idle: { status: 'idle' } = { status: 'idle' }

/**
 * The same from `keepWritten`: `written` is what was typed, to be shown again where it has to be mended (a page without
 * script has no other memory); `fresh` is a key for a form that is sent once more on purpose.
 */
export type KeptState<Value = null> = ActionState<Value> & {
  written?: Readonly<Record<string, string>>
  /** The same of fields that may hold several. */
  lists?: Readonly<Record<string, string[]>>
  fresh?: string
}

/** The cookie that keeps which company a person looked at last. It chooses among her own, it grants nothing. */
export const membershipCookie = 'membership'

/** The hidden fields of every form: whose it is. They are taken off before a schema sees the rest. */
export const marketplaceField = 'marketplace'
export const membershipField = 'membershipId'

/** One company or marketplace a person may act for. */
export type SwitcherEntry = {
  membershipId: string
  marketplaceId: string
  slug: string
  marketplaceName: string
  side: 'staff' | 'partner'
  partnerId: string | null
  companyName: string | null
  role: string
  home: string
}
