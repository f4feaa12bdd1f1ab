export { nextShiftOf } from './next-shift-of'
export { onCall } from './on-call'
export * from './schema'
export { shifts } from './shifts'
