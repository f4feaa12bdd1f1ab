export {
  addBusiness,
  business,
  isOpen,
  NoOpenTimeError,
  nextOpening,
  openSegments,
  subtractBusiness,
} from './business-time'
export { calendarNames } from './calendar-names'
export * from './schema'
export { calendarOf } from './store'
export { toInstant } from './to-instant'
export { dayOfWall, type Edge, instantOfWall, wallAt, wallOf } from './zone'
