export { type Audited, recordAudit } from './record'
