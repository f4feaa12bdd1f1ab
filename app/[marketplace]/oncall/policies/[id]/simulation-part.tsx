import { getTranslations } from 'next-intl/server'
import { Simulation } from '@/components/policies/simulation'
import { buttonClasses } from '@/components/ui/button-classes'
import { Card } from '@/components/ui/card'
import { Field, Select } from '@/components/ui/field'
import type { StaffActor } from '@/lib/authz'
import { toInstant } from '@/lib/calendar'
import { policyOverTime } from '@/lib/escalation'
import type { PolicyPage } from '@/lib/escalation/schema'
import type { Formats } from '@/lib/i18n'

type SimulationPartProps = {
  slug: string
  page: PolicyPage
  asked: { from?: string; days?: string }
  actor: StaffActor
  formats: Formats
}

const lengths = [7, 14, 31] as const
const day = /^\d{4}-\d{2}-\d{2}$/
const DAY_MS = 86_400_000

/** Who would be called over some days to come: a form of the address, so that it works without script and can be sent on. */
export async function SimulationPart({ slug, page, asked, actor, formats }: SimulationPartProps) {
  const t = await getTranslations('policies.sim')
  const words = await getTranslations('policies')
  const days = lengths.find((one) => `${one}` === asked.days) ?? 7
  const today = formats.sortable(page.now).slice(0, 10)
  const first = startOf(asked.from, formats.zone) ? (asked.from as string) : today
  const from = startOf(first, formats.zone) ?? page.now
  const over = await policyOverTime(actor, { policyId: page.id, from, to: new Date(from.getTime() + days * DAY_MS) })
  return (
    <Card title={t('title')}>
      <div className="grid gap-4">
        <p className="text-14 text-ink-2">{t('lead')}</p>
        <form action={`/${slug}/oncall/policies/${page.id}`} className="flex flex-wrap items-end gap-3">
          <Field name="from" type="date" label={t('from')} defaultValue={first} />
          <Select name="days" label={t('days')} defaultValue={`${days}`}>
            {lengths.map((one) => (
              <option key={one} value={one}>
                {words('length.days', { count: one })}
              </option>
            ))}
          </Select>
          <button type="submit" className={buttonClasses()}>
            {t('show')}
          </button>
        </form>
        {over ? <Simulation over={over} formats={formats} /> : null}
      </div>
    </Card>
  )
}

/** Midnight of a day there; undefined when the text names no day. */
function startOf(text: string | undefined, zone: string): Date | undefined {
  if (typeof text !== 'string' || !day.test(text)) return undefined
  try {
    return toInstant(text, '00:00', zone, 'start')
  } catch {
    return undefined
  }
}
