export { type Consultant, myConsultant } from './my-consultant'
export { partnerNames } from './partner-names'
export { setMembersSeeAll } from './set-members-see-all'
export { companyOf, type Partner, partnerOf, partnersOf, tiersOf } from './views'
