export * from './schema'
export { ticketReport } from './ticket-report'
