'use server'

import { redirect } from 'next/navigation'
import { isLocale } from '@/lib/i18n/locales'
import {
  acceptInvitation,
  actorOf,
  changePassword,
  requestMagicLink,
  requestPasswordReset,
  resetPassword,
  saveLocale,
  signInWithLink,
  signInWithPassword,
} from '@/lib/identity'
import {
  changePasswordSchema,
  emailSchema,
  invitationSchema,
  linkSchema,
  resetSchema,
  signInSchema,
} from '@/lib/identity/schema'
import { marketplaceBySlug, marketplacesById } from '@/lib/marketplace'
import { announce } from './announce'
import { defineAction } from './define-action'
import { finishSignIn, finishSignOut, keepCookie } from './finish-sign-in'
import { keepWritten } from './keep-written'
import { knock, preferences } from './knock'
import { homeOf } from './landing'
import { isOwnOrigin } from './own-origin'
import { marketplaceField, membershipField } from './schema'

/** Fields: email, password, next (a path, may be absent). Redirects when it succeeds. */
export const signInAction = keepWritten(
  defineAction({
    schema: signInSchema,
    side: 'anyone',
    run: async (_caller, { email, password, next }, { marketplace, session, visitor }) => {
      const outcome = await signInWithPassword(visitor, { email, password })
      return outcome.ok ? finishSignIn(outcome.value, session, marketplace.slug, next) : outcome
    },
  }),
  ['email'],
)

/** Field: email. The answer is the same for every address. */
export const magicLinkAction = keepWritten(
  defineAction({
    schema: emailSchema,
    side: 'anyone',
    run: (_caller, { email }, { marketplace, visitor }) =>
      requestMagicLink(visitor, { marketplaceId: marketplace.id, email }, announce),
  }),
  ['email'],
)

/** Field: email. The answer is the same for every address. */
export const resetRequestAction = keepWritten(
  defineAction({
    schema: emailSchema,
    side: 'anyone',
    run: (_caller, { email }, { marketplace, visitor }) =>
      requestPasswordReset(visitor, { marketplaceId: marketplace.id, email }, announce),
  }),
  ['email'],
)

/** Field: token. The button of a sign-in link's page. Redirects when it succeeds. */
export const linkSignInAction = defineAction({
  schema: linkSchema,
  side: 'anyone',
  run: async (_caller, { token }, { marketplace, session, visitor }) => {
    const outcome = await signInWithLink(visitor, { marketplaceId: marketplace.id, token })
    return outcome.ok ? finishSignIn(outcome.value, session, marketplace.slug) : outcome
  },
})

/** Fields: token, password. Redirects when it succeeds. */
export const resetAction = defineAction({
  schema: resetSchema,
  side: 'anyone',
  run: async (_caller, { token, password }, { marketplace, session, visitor }) => {
    const outcome = await resetPassword(visitor, { marketplaceId: marketplace.id, token, password })
    return outcome.ok ? finishSignIn(outcome.value, session, marketplace.slug) : outcome
  },
})

/** Fields: token; name and password of somebody who has no password yet. Redirects when it succeeds. */
export const invitationAction = keepWritten(
  defineAction({
    schema: invitationSchema,
    side: 'anyone',
    run: async (_caller, { token, name, password }, { marketplace, session, visitor }) => {
      const outcome = await acceptInvitation(visitor, { marketplaceId: marketplace.id, token, name, password })
      return outcome.ok ? finishSignIn(outcome.value, session, marketplace.slug) : outcome
    },
  }),
  ['name'],
)

/** Fields: current, password. */
export const changePasswordAction = defineAction({
  schema: changePasswordSchema,
  side: 'person',
  run: (session, input, { visitor }) => changePassword(session, visitor, input),
})

/** For a plain form; field: marketplace (slug). Leads to that marketplace's sign-in. */
export async function signOutAction(form: FormData): Promise<void> {
  const request = await knock()
  if (!isOwnOrigin(request.header)) return
  await finishSignOut(request.session)
  const slug = form.get(marketplaceField)
  const marketplace = typeof slug === 'string' ? await marketplaceBySlug(slug) : null
  redirect(marketplace ? `/${marketplace.slug}/sign-in` : '/')
}

/** For a plain form; field: membershipId. Leads home in the company that was chosen; ignores one that is not theirs. */
export async function switchCompanyAction(form: FormData): Promise<void> {
  const { header, session } = await knock()
  const door = session?.doors.find(({ membershipId }) => membershipId === form.get(membershipField))
  if (!session || !door || !isOwnOrigin(header)) return
  const actor = await actorOf(session.userId, door)
  const marketplace = actor && (await marketplacesById([actor.marketplaceId])).get(actor.marketplaceId)
  if (!actor || !marketplace) return
  await keepCookie(preferences.membership, actor.membershipId)
  redirect(homeOf(marketplace.slug, actor.side))
}

/** For a plain form, signed in or not; field: locale. Kept on this device and with the person. */
export async function chooseLanguageAction(form: FormData): Promise<void> {
  const { header, session } = await knock()
  const locale = form.get('locale')
  if (!isLocale(locale) || !isOwnOrigin(header)) return
  await keepCookie(preferences.locale, locale)
  if (session) await saveLocale(session.userId, locale)
}
