import { isOpen, subtractBusiness } from '@/lib/calendar'
import { after, MINUTE } from '@/lib/foundation/clock'
import type { Locale } from '@/lib/i18n/locales'
import type { Condition } from '@/lib/tickets/schema'
import type { Line } from './conversations/script'
import type { MarketplaceKey } from './marketplaces'
import type { SeededMarketplace } from './world'

/** Staff by key, or whoever is on call (`primary`) when the move is made. */
export type StoryMove = { second: number; by: string } & (
  | { command: 'confirm' | 'ack' | 'resolve' }
  | { command: 'decline'; reason: string }
)

/** A line of the request's conversation, `second` after the claim; `working` counts it in the marketplace's hours. */
export type StoryLine = Line & { second: number; working?: boolean }

/** An urgent claim and what became of it. Timers run by themselves; `moves` is what people did. */
export type Story = {
  key: string
  at: MarketplaceKey
  partner: string
  by: 'owner' | 'member' | 'technical'
  locale: Locale
  condition: Condition
  subject: string
  text: string
  files?: string[]
  claimedAt(marketplace: SeededMarketplace, now: Date): Date
  /** The first attempt at this person's first page was turned away for a moment. */
  greylisted?: boolean
  /** Confirmed by this person after four minutes if the claim fell into working hours; `moves` then count from there. */
  confirmedBy?: string
  moves: StoryMove[]
  lines: StoryLine[]
}

export const at = (second: number, line: Line, working = false): StoryLine => ({ ...line, second, working })
/** Never in the last minute before a break: the team is still there when the claim arrives. */
export const workingMinutesAgo =
  (minutes: number) =>
  ({ hours }: SeededMarketplace, now: Date) => {
    const found = subtractBusiness(hours, now, minutes * MINUTE)
    return isOpen(hours, after(found, MINUTE)) ? found : after(found, -10 * MINUTE)
  }
export const minutesAgo = (minutes: number) => (_marketplace: SeededMarketplace, now: Date) =>
  after(now, -minutes * MINUTE)
