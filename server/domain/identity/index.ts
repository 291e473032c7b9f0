export type { Account } from "./account.ts"
export { emailAddress, type SignInRequest, type SignUpRequest, signInRequest, signUpRequest } from "./credentials.ts"
export type { Customer } from "./customer.ts"
export { findAccount } from "./find-account.ts"
export { findCustomer } from "./find-customer.ts"
export {
  findMembership,
  findRole,
  listMemberships,
  lostPosts,
  type MembershipView,
  type Post,
  type StaffedShop,
} from "./memberships.ts"
export { customerSessions } from "./sessions/customer-sessions.ts"
export type { FoundSession, SessionBook, SessionUser } from "./sessions/session-book.ts"
export { type StaffSite, staffSessions } from "./sessions/staff-sessions.ts"
export { type SessionRef, sessionIdOf, stillOpen } from "./sessions/still-open.ts"
export { listStaff, type StaffMember } from "./list-staff.ts"
export { signInCustomer } from "./sign-in-customer.ts"
export { signInStaff } from "./sign-in-staff.ts"
export { signUpCustomer } from "./sign-up-customer.ts"
export { signUpStaff } from "./sign-up-staff.ts"
