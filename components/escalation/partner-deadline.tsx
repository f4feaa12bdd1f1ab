import { useTranslations } from 'next-intl'
import { StatusIcon } from '@/components/ui/status-icon'
import { Time } from '@/components/ui/time'
import type { EscalationPage } from '@/lib/escalation/schema'
import type { Formats } from '@/lib/i18n'

/** Until when a partner that is called is expected to take it (000-16); nothing once it has, or where none is given. */
export function PartnerDeadline({ page, formats }: { page: EscalationPage; formats: Formats }) {
  const t = useTranslations('oncall.escalation')
  const { deadlineAt, now, partner, state } = page
  if (!deadlineAt || state === 'ACKED' || page.closedAt) return null
  const late = deadlineAt <= now
  return (
    <p className={`flex items-center gap-2 font-medium ${late ? 'text-status-urgent' : 'text-status-wait'}`}>
      <StatusIcon tone={late ? 'urgent' : 'wait'} className="size-4" />
      <span>
        {t.rich(late ? 'deadlinePassed' : 'deadlineLeft', {
          when: () => <Time at={deadlineAt} formats={formats} otherZone={partner?.timeZone} />,
        })}
      </span>
    </p>
  )
}
