import type { Chore, ChoreKind } from './listen'
import { Patience } from './patience'

/** How many are under way at once: few, so that pages always find a free connection. */
const ABREAST = 2

/** In which order kinds are done: somebody waits for an answer, a digest can wait. */
const ORDER: readonly ChoreKind[] = ['answer', 'consider', 'promise', 'pause', 'shift', 'turn', 'recount', 'digest']

/** What each kind of chore is, and what is said when it fails. Each begins its own transaction. */
export type ChoreWork = Record<ChoreKind, { failed: string; run(marketplaceId: string, id: string): Promise<unknown> }>

/**
 * Everything that falls due and is no page: sent answers, reminders, digests. Done beside the rounds and never waited for
 * by them, so that whatever a chore waits for, a page does not. One that fails is left for later, and never stands before
 * the others.
 */
export class Chores {
  private waiting: Chore[] = []
  private more = false
  private readonly busy = new Set<string>()
  private readonly patience: Record<ChoreKind, Patience>
  private running: Promise<void>[] = []
  private stopped = false

  constructor(
    private readonly work: ChoreWork,
    /** Called when all that was offered is done and there is more. */
    private readonly onFree: () => void,
  ) {
    this.patience = Object.fromEntries(ORDER.map((kind) => [kind, new Patience()])) as Record<ChoreKind, Patience>
  }

  /** What is due now; replaces what was offered before and not yet begun. `more`: this is not all. */
  offer(due: readonly Chore[], more: boolean): void {
    if (this.stopped) return
    this.more = more
    const ready = due.filter((chore) => !this.busy.has(keyOf(chore)) && this.patience[chore.kind].allows(chore))
    // What failed may be standing at a row that somebody holds on to: it holds up nobody who has not been tried yet.
    const again = (chore: Chore) => this.patience[chore.kind].failedLast(chore)
    this.waiting = [...inTurns(ready.filter((chore) => !again(chore))), ...inTurns(ready.filter(again))]
    while (this.running.length < ABREAST && this.waiting.length > 0) this.start()
  }

  /** How many are put off because they failed: so many more are to be asked for, or they would hide what comes after. */
  get putOff(): number {
    return Math.max(...ORDER.map((kind) => this.patience[kind].size))
  }

  /** Begins nothing more; resolves when what is under way has ended. */
  async drain(): Promise<void> {
    this.stopped = true
    this.waiting = []
    await this.drained()
  }

  /** Resolves when everything that was offered is done. */
  async drained(): Promise<void> {
    while (this.running.length > 0) await Promise.all(this.running)
  }

  private start(): void {
    const lane = this.lane().finally(() => {
      this.running = this.running.filter((one) => one !== lane)
      if (this.more && this.running.length === 0) this.onFree()
    })
    this.running.push(lane)
  }

  private async lane(): Promise<void> {
    for (let chore = this.waiting.shift(); chore; chore = this.waiting.shift()) {
      const { kind, marketplaceId, id } = chore
      const key = keyOf(chore)
      this.busy.add(key)
      const { failed, run } = this.work[kind]
      await this.patience[kind].around(chore, failed, () => run(marketplaceId, id))
      this.busy.delete(key)
    }
  }
}

function keyOf({ kind, id }: Chore): string {
  return `${kind} ${id}`
}

/** By kind, and within a kind one of each marketplace in turn: a storm at one delays no other's. */
function inTurns(due: readonly Chore[]): Chore[] {
  return ORDER.flatMap((kind) => {
    const taken = new Map<string, number>()
    return due
      .filter((chore) => chore.kind === kind)
      .map((chore) => {
        const turn = taken.get(chore.marketplaceId) ?? 0
        taken.set(chore.marketplaceId, turn + 1)
        return { chore, turn }
      })
      .sort((a, b) => a.turn - b.turn)
      .map(({ chore }) => chore)
  })
}
