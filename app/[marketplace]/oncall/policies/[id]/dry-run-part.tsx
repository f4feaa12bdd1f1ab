import { getTranslations } from 'next-intl/server'
import { DryRunSteps } from '@/components/policies/dry-run'
import { LiveRefresh } from '@/components/tickets/live-refresh'
import { Card } from '@/components/ui/card'
import { TabLinks } from '@/components/ui/tabs'
import type { StaffActor } from '@/lib/authz'
import { whoWouldBeCalled } from '@/lib/escalation'
import { type PolicyPage, SEVERITIES } from '@/lib/escalation/schema'
import type { Formats } from '@/lib/i18n'

type DryRunPartProps = { slug: string; page: PolicyPage; severity?: string; actor: StaffActor; formats: Formats }

/** Looked at again this often, in seconds: who is on call changes by the minute at most. */
const LOOK_EVERY = 60

/** "Who would be called now", for the severity that the address names. */
export async function DryRunPart({ slug, page, severity: asked, actor, formats }: DryRunPartProps) {
  const t = await getTranslations('policies.dry')
  const severity = page.severity ?? SEVERITIES.find((one) => one === asked) ?? 'P0'
  const run = await whoWouldBeCalled(actor, { policyId: page.id, severity })
  return (
    <Card title={t('title')}>
      <div className="grid gap-3">
        {page.severity ? (
          <p className="text-14 text-ink-2">{t('ofPartner')}</p>
        ) : (
          <TabLinks
            label={t('severity')}
            tabs={SEVERITIES.map((one) => ({
              href: `/${slug}/oncall/policies/${page.id}?severity=${one}`,
              label: one,
              current: one === severity,
            }))}
          />
        )}
        {run ? <DryRunSteps run={run} formats={formats} /> : null}
      </div>
      <LiveRefresh seconds={LOOK_EVERY} />
    </Card>
  )
}
