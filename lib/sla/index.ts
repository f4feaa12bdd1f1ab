export { type Climbed, climbLadders } from './climb'
export { advanceClock, canPromise, clockIfHeld, clockOf, readClock } from './clock'
export { courtBar } from './court-bar'
export { explainDeadline } from './explain-deadline'
export { type HoursPage, hoursPage } from './hours-page'
export { type Ladder, nextRung, type RungDue, rungsOf, stillTold } from './ladder'
export { mostSpecific, promisedMinutes, promiseFor } from './policies'
export { archivePromiseInput, type PromiseInput, promiseInput, readWorkTime, writeWorkTime } from './promise-input'
export { type AskedRequest, type PromiseRow, type PromisesPage, promisesPage, type Simulated } from './promises-page'
export { askRecount, recounted, recountOf } from './recount'
export { refreshHolidays } from './refresh-holidays'
export { saveCalendar } from './save-calendar'
export { saveDay } from './save-day'
export { archivePromise, savePromise } from './save-promise'
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
