export {
  type Actor,
  type PartnerActor,
  type PartnerRole,
  partnerRoles,
  type StaffActor,
  type StaffRole,
  staffRoles,
} from './actor'
export { type Act, authorize, rules } from './authorize'
