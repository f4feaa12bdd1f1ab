export { type ContactLine, contactsOf, unreachableOf } from './contacts-of'
