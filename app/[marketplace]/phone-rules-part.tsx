import { getTranslations } from 'next-intl/server'
import { methodName } from '@/components/contacts/method-name'
import { RulesForm } from '@/components/contacts/rules-form'
import { Card } from '@/components/ui/card'
import { DELAYS, LINES_MOST, type PhonePage, SEVERITIES } from '@/lib/contacts/schema'
import { saveRulesAction } from './phone-actions'

/** In which order, when and for which severity each way is used. */
export async function RulesPart({ page, hidden }: { page: PhonePage; hidden: Record<string, string> }) {
  const t = await getTranslations('phone')
  const channel = await getTranslations('phone.channel')
  const named = page.lines.map(({ methodId }) => methodId)
  const offered = page.methods.filter(({ id, state }) => state === 'verified' || named.includes(id))
  const methods = offered.map((method) => ({
    value: method.id,
    label: method.state === 'off' ? `${methodName(method, channel)} (${t('rules.off')})` : methodName(method, channel),
  }))
  const waits = [...new Set([...DELAYS, ...page.lines.map(({ delayMinutes }) => delayMinutes)])].sort((a, b) => a - b)
  const words = {
    legend: t.raw('rules.legend'),
    up: t.raw('rules.up'),
    down: t.raw('rules.down'),
    remove: t.raw('rules.remove'),
    method: t('rules.method'),
    delay: t('rules.delay'),
    severity: t('rules.severity'),
    add: t('rules.add'),
    save: t('rules.save'),
    unsaved: t('rules.unsaved'),
    saved: t('rules.saved'),
    working: t('work.working'),
    lost: t('work.lost'),
  }
  return (
    <Card title={t('rules.title')}>
      {methods.length === 0 ? (
        <p className="text-ink-2">{t('rules.empty')}</p>
      ) : (
        <div className="grid gap-4">
          <p className="text-14 text-ink-2">
            {t('rules.text')} {t('severity.hint')}
          </p>
          <RulesForm
            action={saveRulesAction}
            hidden={hidden}
            lines={page.lines.map(({ methodId, delayMinutes, minSeverity }) => ({
              method: methodId,
              delay: `${delayMinutes}`,
              severity: minSeverity,
            }))}
            methods={methods}
            delays={waits.map((minutes) => ({ value: `${minutes}`, label: t('delay', { minutes }) }))}
            severities={[...SEVERITIES].reverse().map((value) => ({ value, label: t(`severity.${value}`) }))}
            most={LINES_MOST}
            words={words}
          />
        </div>
      )}
    </Card>
  )
}
