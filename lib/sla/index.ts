export { type Climbed, climbLadders } from './climb'
export { advanceClock, canPromise, clockIfHeld, clockOf, readClock } from './clock'
export { courtBar } from './court-bar'
export { explainDeadline } from './explain-deadline'
export { type Ladder, nextRung, type RungDue, rungsOf, stillTold } from './ladder'
export { mostSpecific, promisedMinutes, promiseFor } from './policies'
export { askRecount, recounted, recountOf } from './recount'
export * from './schema'
export { followClock, type NewPromise, type Promised, retarget, type Started, startClocks } from './store'
export { laterRounds, openRound, type Round, roundOf } from './turns'
export {
  businessMinutes,
  courtOf,
  deadlineOf,
  deadlinesOf,
  type ExplainedClock,
  explainedClocks,
  type PromiseView,
} from './views'
export { warnAt } from './warn-at'
