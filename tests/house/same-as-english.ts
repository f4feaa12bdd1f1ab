import type { Locale } from '@/lib/i18n/locales'

/** Texts that read the same as in English, and in which languages; each was looked at. Key: `namespace.key`. */
export const sameAsEnglish: Readonly<Record<string, readonly Locale[]>> = {
  'frame.me.label': ['it'],
  'mail.page.sinceValue': ['it', 'es', 'pt-BR'],
  'mail.page.who': ['it', 'es'],
  'ui.no': ['it', 'es'],
  'oncall.now.no': ['it', 'es'],
  'oncall.fire.none': ['it', 'es'],
  'desk.partner.title': ['it', 'es'],
  // Names of what a marketplace sells, as it advertises them.
  'desk.partner.tiers.standard': ['it'],
  'desk.partner.tiers.plus': ['it', 'es', 'pt-BR'],
  'desk.findings.no': ['it', 'es'],
  'desk.priority.normal': ['es', 'pt-BR'],
  'signIn.password': ['it'],
  // The word of the trade in these languages.
  'escalation.channel.webhook': ['it', 'es', 'pt-BR'],
  'escalation.channel.ntfy': ['it', 'es', 'ru', 'pt-BR'],
  'alerts.kind.alertmanager': ['it', 'es', 'ru', 'pt-BR'],
  'alerts.kind.grafana': ['it', 'es', 'ru', 'pt-BR'],
  'integration.staff.status': ['pt-BR'],
  'policies.sentence.target.webhook': ['it', 'es', 'pt-BR'],
  'policies.sim.systems': ['es', 'pt-BR'],
  'policies.form.words.webhooks': ['es', 'pt-BR'],
  'policies.hook.title': ['es', 'pt-BR'],
  'reports.filters.team': ['it'],
  // Names of things, and the words of the trade.
  'phone.channel.mail': ['it'],
  'phone.channel.pushOther': ['it'],
  'phone.channel.ntfy': ['it', 'es', 'ru', 'pt-BR'],
  'phone.channel.webhook': ['it', 'es', 'pt-BR'],
  'phone.test.no': ['it', 'es'],
}
