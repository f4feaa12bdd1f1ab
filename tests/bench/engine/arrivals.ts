import { setTimeout as pause } from 'node:timers/promises'

export type Road = 'mail' | 'webhook' | 'push'
/** One copy that arrived. `page`: it asks somebody to act. */
export type Arrival = { road: Road; at: number; id: string; page: boolean; numbers: readonly string[] }

/** What arrived by which road, in memory: the bench must not be slower than what it measures. */
export class Arrivals {
  readonly all: Arrival[] = []

  came(one: Arrival): void {
    this.all.push(one)
  }

  pages(road: Road): Arrival[] {
    return this.all.filter((one) => one.page && one.road === road)
  }

  /** The first page by this road from place `since` of `all` on that `which` agrees to. @throws after `limit` milliseconds */
  async next(
    road: Road,
    since: number,
    which: (one: Arrival) => boolean = () => true,
    limit = 60_000,
  ): Promise<Arrival> {
    for (const begun = performance.now(); performance.now() - begun < limit; await pause(2)) {
      for (let index = since; index < this.all.length; index++) {
        const one = this.all[index] as Arrival
        if (one.page && one.road === road && which(one)) return one
      }
    }
    throw new Error(`nothing came by ${road} in ${limit} ms`)
  }
}
