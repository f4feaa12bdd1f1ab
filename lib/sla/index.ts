export { advanceClock, canPromise, clockOf, readClock } from './clock'
export { courtBar } from './court-bar'
export * from './schema'
export { warnAt } from './warn-at'
