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
export { countries, holidaysOf, isRegion, partsOf, type RegionChoice } from './holiday-source'
export * from './schema'
export {
  addRegionDays,
  calendarOf,
  calendarsOf,
  daysOf,
  dropRegionDays,
  removeDay,
  writeCalendar,
  writeDay,
} from './store'
export { toInstant } from './to-instant'
export { dayOfWall, type Edge, instantOfWall, wallAt, wallOf } from './zone'
