export { isWorkerAlive } from './is-alive'
