import { useTranslations } from 'next-intl'
import { ReasonForm } from '@/components/escalation/reason-form'
import type { KeptAction } from '@/components/form/use-kept-action'
import { Choice, ChoiceGroup } from '@/components/ui/choice'
import { type PagePreview, SEVERITIES } from '@/lib/escalation/schema'
import type { Formats } from '@/lib/i18n'
import { Cost } from './page-cost'

type PageFormProps = {
  action: KeptAction
  hidden: Record<string, string>
  preview: PagePreview
  /** Back to the request. */
  cancel: string
  formats: Formats
}

/** How bad it is, each severity with its price, and why it cannot wait. Server only. */
export function PageForm({ action, hidden, preview, cancel, formats }: PageFormProps) {
  const t = useTranslations('oncall')
  const words = useTranslations('escalation.severity')
  return (
    <ReasonForm
      action={action}
      hidden={hidden}
      cancel={cancel}
      words={{
        reason: t('page.reason'),
        reasonHint: t('page.reasonHint'),
        send: t('page.send'),
        cancel: t('page.cancel'),
        working: t('act.working'),
        lost: t('act.lost'),
      }}
    >
      <ChoiceGroup id="severity" legend={t('page.severity')} required>
        {SEVERITIES.map((severity) => {
          const run = preview.runs[severity]
          return (
            <Choice
              key={severity}
              card
              type="radio"
              name="severity"
              id={`severity-${severity}`}
              value={severity}
              defaultChecked={severity === (preview.open?.severity ?? 'P1')}
              required
              label={words(severity)}
              hint={run ? <Cost run={run} formats={formats} /> : undefined}
            />
          )
        })}
      </ChoiceGroup>
    </ReasonForm>
  )
}
