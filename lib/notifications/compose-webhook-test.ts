import { type Locale, translatorFor } from '@/lib/i18n'
import { finishMail } from './finish-mail'
import type { Composed, MailData } from './schema'

/** What another system gets when somebody presses "send a test". */
export function composeWebhookTest(locale: Locale, data: MailData['webhook.test']): Composed {
  const t = translatorFor(locale, 'mailOncall')
  const mail = translatorFor(locale, 'mail')
  const { marketplace, endpoint, by } = data
  return finishMail(t('webhookTest.subject', { marketplace }), {
    locale,
    greeting: mail('greeting', { name: endpoint }),
    sentBy: mail('sentBy', { marketplace }),
    small: [`${mail('openButton')} ${data.link}`],
    heading: t('webhookTest.heading', { endpoint }),
    before: [t('webhookTest.text', { name: by })],
    button: { label: t('webhookTest.button'), href: data.link },
  })
}
