import { getTranslations } from 'next-intl/server'
import type { MailLinkWords } from '@/components/identity/mail-link-form'

/** Minutes a link lives; identity decides, these are only told. */
const LIVES = { magic_link: 20, password_reset: 60 } as const

/** Words of a form that asks for a link, all but its button. */
export async function mailLinkWords(purpose: keyof typeof LIVES): Promise<Omit<MailLinkWords, 'button'>> {
  const t = await getTranslations('signIn')
  return {
    email: t('email'),
    working: (await getTranslations('ui'))('working'),
    sentTitle: t('sent.title'),
    // The address is only known in the browser: the pattern goes there with its plural already chosen.
    sentText: t('sent.text', { email: '{email}', minutes: LIVES[purpose] }),
    spam: t('sent.spam'),
    again: t('sent.again'),
  }
}
