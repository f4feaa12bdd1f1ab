import { keepPromise, lookAgainAtHeld } from '@/lib/escalation'
import { endPause } from '@/lib/integration'
import { sendDigest } from '@/lib/notifications'
import { warnOfShifts } from '@/lib/oncall'
import { considerBreadth, recountPromises, remindOrClose, sendHeldAnswer } from '@/lib/tickets'
import type { ChoreWork } from './chores'

/** What the worker does with each kind of chore. All are harmless when they come too late or twice. */
export const choreWork: ChoreWork = {
  answer: { failed: 'a held answer could not be sent', run: sendHeldAnswer },
  consider: { failed: 'the breadth of a request could not be looked at', run: considerBreadth },
  turn: { failed: 'a request could not be reminded of or closed', run: remindOrClose },
  promise: { failed: 'a promise could not be looked after', run: keepPromise },
  recount: { failed: 'promises could not be counted anew', run: recountPromises },
  pause: { failed: 'a maintenance could not be ended', run: endPause },
  shift: {
    failed: 'the coming shifts could not be looked at',
    // Somebody may be on call sooner now: whoever waits for that must hear of it, whatever the warnings come to.
    run: async (marketplaceId, id) => {
      await lookAgainAtHeld(marketplaceId)
      await warnOfShifts(marketplaceId, id)
    },
  },
  digest: { failed: 'a digest could not be planned', run: sendDigest },
}
