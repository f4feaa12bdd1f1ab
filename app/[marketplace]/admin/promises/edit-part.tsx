import { useTranslations } from 'next-intl'
import { ConfirmDialog } from '@/components/form/confirm-dialog'
import { EditForm, type FormField } from '@/components/sla/edit-form'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import type { CategoryBranch } from '@/lib/catalog/schema'
import { type PromiseRow, type PromisesPage, writeWorkTime } from '@/lib/sla'
import { PRIORITIES } from '@/lib/tickets/schema'
import { archivePromiseAction, savePromiseAction } from './actions'
import { usePromiseName, useTierName } from './promise-name'

type EditPartProps = {
  page: PromisesPage
  topics: readonly CategoryBranch[]
  /** Null: a new one. */
  edited: PromiseRow | null
  home: string
  hidden: Record<string, string>
}

/** One promise: for which requests it is, what is promised, and who is told when it comes due or breaks. */
export function EditPart({ page, topics, edited, home, hidden }: EditPartProps) {
  const t = useTranslations('promises')
  const nameOf = usePromiseName()
  const fields = useFields(page, topics, edited)
  const words = (['button', 'title', 'text', 'confirm', 'keep', 'working', 'close', 'lost'] as const).map(
    (word) => [word, t(`archive.${word}`)] as const,
  )
  return (
    <Card title={edited ? `${t('form.change')}: ${nameOf(edited)}` : t('form.new')}>
      <EditForm
        key={edited?.id ?? 'new'}
        action={savePromiseAction}
        hidden={edited ? { ...hidden, policyId: edited.id } : hidden}
        fields={fields}
        save={t('form.save')}
        working={t('form.working')}
      />
      <div className="mt-4 flex flex-wrap gap-2 border-hairline border-t pt-4">
        <ButtonLink href={home} look="quiet">
          {t('form.cancel')}
        </ButtonLink>
        {edited ? (
          <ConfirmDialog
            id="archive-promise"
            action={archivePromiseAction}
            hidden={{ ...hidden, policyId: edited.id }}
            danger
            words={Object.fromEntries(words) as Record<(typeof words)[number][0], string>}
          />
        ) : null}
      </div>
    </Card>
  )
}

function useFields(page: PromisesPage, topics: readonly CategoryBranch[], edited: PromiseRow | null): FormField[] {
  const t = useTranslations('promises.form')
  const priority = useTranslations('desk.priority')
  const tierName = useTierName()
  const time = (minutes: number | null | undefined) => writeWorkTime(minutes ?? null)
  const standard = page.calendars.find(({ isDefault }) => isDefault) ?? page.calendars[0]
  return [
    {
      name: 'topicId',
      label: t('topic'),
      value: edited?.topicId ?? '',
      choices: [{ value: '', label: t('anyTopic') }, ...topicChoices(topics)],
    },
    {
      name: 'priority',
      label: t('priority'),
      value: edited?.priority ?? '',
      choices: [
        { value: '', label: t('anyPriority') },
        ...PRIORITIES.map((value) => ({ value, label: priority(value) })),
      ],
    },
    {
      name: 'tier',
      label: t('tier'),
      value: edited?.tier ?? '',
      choices: [{ value: '', label: t('anyTier') }, ...page.tiers.map((value) => ({ value, label: tierName(value) }))],
    },
    {
      name: 'calendarId',
      label: t('calendar'),
      value: edited?.calendarId ?? standard?.id ?? '',
      choices: page.calendars.map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      name: 'firstAnswer',
      label: t('first'),
      hint: t('timeHint'),
      value: edited ? time(edited.firstAnswerMinutes) : '8:00',
      required: true,
    },
    { name: 'nextAnswer', label: t('next'), hint: t('emptyHint'), value: time(edited?.nextAnswerMinutes) },
    { name: 'resolution', label: t('solved'), hint: t('emptyHint'), value: time(edited?.resolutionMinutes) },
    { name: 'warn', label: t('warn'), hint: t('warnHint'), value: edited ? time(edited.warnMinutes) : '1:00' },
    { name: 'page', label: t('page'), hint: t('pageHint'), value: time(edited?.pageMinutes) },
  ]
}

/** Topics under their categories, as a list to choose from. */
export function topicChoices(topics: readonly CategoryBranch[]) {
  return topics.map(({ name, topics: below }) => ({
    heading: name,
    choices: below.map(({ id, name: label }) => ({ value: id, label })),
  }))
}
