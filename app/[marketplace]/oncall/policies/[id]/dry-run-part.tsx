import { getTranslations } from 'next-intl/server'
import { DryRunSteps } from '@/components/policies/dry-run'
import { LiveRefresh } from '@/components/tickets/live-refresh'
import { buttonClasses } from '@/components/ui/button-classes'
import { Card } from '@/components/ui/card'
import { Select } from '@/components/ui/field'
import { TabLinks } from '@/components/ui/tabs'
import type { StaffActor } from '@/lib/authz'
import { whoWouldBeCalled } from '@/lib/escalation'
import { type PolicyPage, SEVERITIES } from '@/lib/escalation/schema'
import type { Formats } from '@/lib/i18n'

type DryRunPartProps = {
  slug: string
  page: PolicyPage
  asked: { severity?: string; partner?: string }
  actor: StaffActor
  formats: Formats
}

/** Looked at again this often, in seconds: who is on call changes by the minute at most. */
const LOOK_EVERY = 60

/** "Who would be called now", for the severity that the address names; of calls to partners, for one of them. */
export async function DryRunPart({ slug, page, asked, actor, formats }: DryRunPartProps) {
  const t = await getTranslations('policies.dry')
  const sim = await getTranslations('policies.sim')
  const own = `/${slug}/oncall/policies/${page.id}`
  const severity = page.severity ?? SEVERITIES.find((one) => one === asked.severity) ?? 'P0'
  const partner = page.partners.find(({ id }) => id === asked.partner) ?? page.partners[0]
  const isTried = page.direction === 'IN' || partner !== undefined
  const run = isTried ? await whoWouldBeCalled(actor, { policyId: page.id, severity, partnerId: partner?.id }) : null
  return (
    <Card title={t('title')}>
      <div className="grid gap-3">
        {page.direction === 'IN' ? (
          <TabLinks
            label={t('severity')}
            tabs={SEVERITIES.map((one) => ({ href: `${own}?severity=${one}`, label: one, current: one === severity }))}
          />
        ) : null}
        {partner ? (
          <form action={own} className="flex flex-wrap items-end gap-3">
            <Select name="partner" label={t('partner')} defaultValue={partner.id}>
              {page.partners.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
            <button type="submit" className={buttonClasses()}>
              {sim('show')}
            </button>
          </form>
        ) : null}
        {isTried ? null : <p className="text-14 text-ink-2">{t('none')}</p>}
        {run?.inMaintenance && partner ? (
          <p className="font-medium text-status-wait">{t('maintenance', { partner: partner.name })}</p>
        ) : null}
        {run ? <DryRunSteps run={run} formats={formats} /> : null}
      </div>
      <LiveRefresh seconds={LOOK_EVERY} />
    </Card>
  )
}
