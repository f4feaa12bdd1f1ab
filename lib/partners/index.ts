export { setMembersSeeAll } from './set-members-see-all'
export { companyNames, companyOf, type Partner, partnerOf, partnersOf } from './views'
