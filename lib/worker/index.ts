export { aggregateMeasures } from './aggregate-measures'
export { isWorkerAlive } from './is-alive'
