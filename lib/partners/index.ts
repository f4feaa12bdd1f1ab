export { type Consultant, myConsultant } from './my-consultant'
export { setMembersSeeAll } from './set-members-see-all'
export { companyOf, type Partner, partnerOf, partnersOf, tiersOf } from './views'
