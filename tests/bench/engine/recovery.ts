import { AT_NIGHT } from '../../builders/urgent'
import { claim, type EngineGround } from './ground'

/**
 * Kills a worker at the worst moment, with a page claimed and not sent, while another lives: milliseconds from its death
 * to the page in the mail server's hands.
 */
export async function recoveries(ground: EngineGround, prefix: string, count: number): Promise<number[]> {
  await ground.clockAt(AT_NIGHT)
  const place = await ground.marketplace(prefix)
  await ground.worker()
  const took: number[] = []
  while (took.length < count) {
    const doomed = await ground.worker({ WAYBILL_FAILPOINT: 'after_claim_commit' })
    let diedAt: number | undefined
    void doomed.ended.then(() => (diedAt = Date.now()))
    while (diedAt === undefined) {
      const since = ground.arrivals.all.length
      const { number } = await claim(ground.owner, place)
      const page = await ground.arrivals.next('mail', since, ({ numbers }) => numbers.includes(number))
      if (diedAt !== undefined && page.at > diedAt) took.push(page.at - diedAt)
    }
  }
  return took
}
