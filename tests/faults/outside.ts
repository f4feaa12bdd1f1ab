import { setTimeout as pause } from 'node:timers/promises'
import type { Knock } from '../setup/http-receiver'
import type { Copy } from '../setup/smtp-receiver'

/** What somebody was promised: the number that a partner was answered. */
export type Promised = { number: string; subject: string; at: number }

type Heard = {
  at: number
  to: string
  messageId: string
  /** The requests it names, by number. */
  numbers: string[]
  /** The token of its acknowledge link; only pages carry one. */
  token: string | null
}

/**
 * The ledger outside the database: what partners were answered, and what arrived at the receivers. It lives in the test's
 * own process, which nobody kills.
 */
export class Outside {
  readonly promised = new Map<string, Promised>()
  readonly heard: Heard[] = []
  /** When the first page came that names a number. */
  readonly paged = new Map<string, number>()
  readonly confirmed = new Set<string>()

  constructor(private readonly onPage: (token: string, numbers: readonly string[]) => void = () => undefined) {}

  promise(number: string, subject: string, at: number): void {
    this.promised.set(number, { number, subject, at })
  }

  /** Begins anew. */
  forget(): void {
    this.heard.length = 0
    for (const each of [this.promised, this.paged, this.confirmed]) each.clear()
  }

  /** For `startSmtpReceiver`. */
  copy = ({ at, to, messageId, subject, text }: Copy): void => {
    const token = /\/ack\/([\w-]+)/.exec(text)?.[1] ?? null
    this.hear({ at, to, messageId, token }, `${subject}\n${text}`)
  }

  /** For `startHttpReceiver`: a webhook, whose id is the delivery's. */
  knock = ({ at, path, headers, body }: Knock): void => {
    const { title, text, ackUrl } = JSON.parse(body).data as { title: string; text: string; ackUrl: string | null }
    const token = ackUrl?.split('/ack/')[1] ?? null
    this.hear({ at, to: path, messageId: `<${headers['webhook-id']}@webhook>`, token }, `${title}\n${text}`)
  }

  private hear(one: Omit<Heard, 'numbers'>, words: string): void {
    const numbers = [...new Set(words.match(/\b[A-Z]{2,4}-\d+\b/g) ?? [])]
    this.heard.push({ ...one, numbers })
    for (const number of numbers) {
      if (one.token === null) this.confirmed.add(number)
      else if (!this.paged.has(number)) this.paged.set(number, one.at)
    }
    if (one.token !== null) this.onPage(one.token, numbers)
  }

  /** Promised numbers that no page, and no confirmation, has named yet. */
  missing(): { pages: string[]; confirmations: string[] } {
    const all = [...this.promised.keys()]
    return {
      pages: all.filter((number) => !this.paged.has(number)),
      confirmations: all.filter((number) => !this.confirmed.has(number)),
    }
  }

  /** Waits until nothing is missing; what still is after `limit` milliseconds is lost. */
  async settled(limit: number): Promise<{ pages: string[]; confirmations: string[] }> {
    for (const begun = performance.now(); ; await pause(100)) {
      const missing = this.missing()
      const none = missing.pages.length + missing.confirmations.length === 0
      if (none || performance.now() - begun > limit) return missing
    }
  }

  /** Copies beyond the first of the same message to the same address. */
  get doubled(): number {
    return this.heard.length - this.byMessage.size
  }

  /** How often each message came. */
  get byMessage(): Map<string, number> {
    const counts = new Map<string, number>()
    for (const { to, messageId } of this.heard) {
      const key = `${messageId} ${to}`
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
    return counts
  }

  /** Milliseconds from the answer to the partner to the first page, for each promise that was paged. */
  get delays(): number[] {
    return [...this.promised.values()].flatMap(({ number, at }) => {
      const paged = this.paged.get(number)
      return paged === undefined ? [] : [paged - at]
    })
  }
}
