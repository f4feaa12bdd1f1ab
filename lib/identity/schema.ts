import { z } from 'zod/mini'
import { partnerRoles, staffRoles } from '@/lib/authz'
import { readEmail } from './email-address'

/** Passwords are long rather than odd; a sentence may be pasted. Characters, after NFKC. */
export const PASSWORD_SHORTEST = 12
export const PASSWORD_LONGEST = 200

/** Every message below is a key of `refusals.invalid`, so that form and server say the same in five languages. */
export const emailField = z.pipe(
  z.string({ error: 'required' }).check(z.minLength(1, 'required'), z.maxLength(320, 'email_odd')),
  z.transform((written: string, context) => {
    const address = readEmail(written)
    if (address) return address
    context.issues.push({ code: 'custom', message: 'email_odd', input: written })
    return z.NEVER
  }),
)

export const newPasswordField = z.string({ error: 'required' }).check(
  z.normalize('NFKC'),
  z.refine((password) => [...password].length >= PASSWORD_SHORTEST, 'password_short'),
  z.maxLength(PASSWORD_LONGEST, 'password_long'),
)

/** A password that is only compared: no rule may tell what an old one looked like. */
export const passwordField = z
  .string({ error: 'required' })
  .check(z.normalize('NFKC'), z.minLength(1, 'required'), z.maxLength(1000, 'password_long'))

/** A person's name: one line, nothing unseen. */
export const nameField = z
  .string({ error: 'required' })
  .check(
    z.normalize('NFC'),
    z.trim(),
    z.minLength(1, 'required'),
    z.maxLength(100, 'too_long'),
    z.regex(/^[^\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/u, 'name_odd'),
  )

export const linkTokenField = z.string({ error: 'required' }).check(z.regex(/^[\w-]{43}$/, 'required'))
const membershipIdField = z.uuid('required')
export const roleField = z.enum([...staffRoles, ...partnerRoles], { error: 'required' })

export const signInSchema = z.strictObject({
  email: emailField,
  password: passwordField,
  /** Where the person was going; only a path of this site is followed. */
  next: z.optional(z.string().check(z.maxLength(500))),
})
export const emailSchema = z.strictObject({ email: emailField })
export const linkSchema = z.strictObject({ token: linkTokenField })
export const resetSchema = z.strictObject({ token: linkTokenField, password: newPasswordField })
export const invitationSchema = z.strictObject({
  token: linkTokenField,
  name: z.optional(nameField),
  password: z.optional(newPasswordField),
})
export const changePasswordSchema = z.strictObject({ current: passwordField, password: newPasswordField })
export const inviteSchema = z.strictObject({
  email: emailField,
  name: nameField,
  role: roleField,
  partnerId: z.optional(z.uuid('required')),
})
export const memberSchema = z.strictObject({ member: membershipIdField })
export const memberRoleSchema = z.strictObject({ member: membershipIdField, role: roleField })

/** What a link in a mail is for. */
export const linkPurposes = ['magic_link', 'invitation', 'password_reset'] as const
export type LinkPurpose = (typeof linkPurposes)[number]

/** Who knocks: for throttling and the list of sessions; never for deciding who somebody is. */
export type Visitor = { ip: string; userAgent: string | null }

/** One person of a list of members, as the viewer may see and change them. */
export type MemberRow = {
  membershipId: string
  /** Null while invited: what an address is called elsewhere is none of the inviter's business. */
  name: string | null
  email: string
  role: string
  status: 'active' | 'invited' | 'disabled'
  /** Since when they belong; while invited, when the invitation was made. */
  since: Date
  /** The viewer's own row. */
  self: boolean
  allowed: { disable: boolean; enable: boolean; changeRole: boolean; inviteAgain: boolean }
}

/** One place where a person is signed in. `device` is null where it cannot be told. */
export type OpenSession = { id: string; since: Date; device: string | null; here: boolean }

/** IANA names this server knows; empty means: that of the marketplace. */
export const timeZoneSchema = z.strictObject({
  timeZone: z.union([z.literal(''), z.string().check(z.refine(isTimeZone, 'odd'))]),
})

function isTimeZone(name: string): boolean {
  return name === 'UTC' || Intl.supportedValuesOf('timeZone').includes(name)
}
export const nothingSchema = z.strictObject({})
