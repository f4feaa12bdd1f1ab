import { getTranslations } from 'next-intl/server'
import { REPRODUCED } from '@/components/desk/desk-form-schema'
import { FindingsForm } from '@/components/desk/findings-form'
import { ActForm } from '@/components/form/act-form'
import { Select } from '@/components/ui/field'
import { DownIcon } from '@/components/ui/icons'
import { SubmitButton } from '@/components/ui/submit-button'
import type { StaffActor } from '@/lib/authz'
import { topicTree } from '@/lib/catalog'
import type { Locale } from '@/lib/i18n'
import { PRIORITIES, type StaffTicket, WORKAROUND } from '@/lib/tickets/schema'
import { findingsAction, priorityAction, teamAction, topicAction } from './actions'

const summary = 'flex min-h-control cursor-pointer items-center justify-between gap-2 px-4 py-2.5 font-strong text-14'

type PartProps = { ticket: StaffTicket; hidden: Record<string, string> }

/** In the side panel, folded: another priority, topic or team. */
export async function ChangePart({ actor, ticket, hidden, locale }: PartProps & { actor: StaffActor; locale: Locale }) {
  if (!ticket.allowed.change) return null
  const t = await getTranslations('desk')
  const lost = t('write.lost')
  const branches = await topicTree(actor, locale)
  const listed = branches.some(({ topics }) => topics.some(({ id }) => id === ticket.topic.id))
  const button = (
    <SubmitButton look="secondary" pending={t('change.working')}>
      {t('change.button')}
    </SubmitButton>
  )
  return (
    <details className="group/change rounded-card border border-hairline bg-surface">
      <summary className={summary}>
        {t('change.title')}
        <DownIcon className="size-4 shrink-0 text-ink-2 group-open/change:rotate-180" />
      </summary>
      <div className="grid gap-4 border-hairline border-t p-4">
        <ActForm action={priorityAction} hidden={hidden} lost={lost}>
          <Select key={ticket.priority} name="priority" label={t('priority.label')} defaultValue={ticket.priority}>
            {PRIORITIES.map((priority) => (
              <option key={priority} value={priority}>
                {t(`priority.${priority}`)}
              </option>
            ))}
          </Select>
          {button}
        </ActForm>
        <ActForm action={topicAction} hidden={hidden} lost={lost}>
          <Select
            key={ticket.topic.id}
            name="topicId"
            label={t('change.topic')}
            hint={t('change.topicHint')}
            defaultValue={ticket.topic.id}
          >
            {listed ? null : <option value={ticket.topic.id}>{ticket.topic.name}</option>}
            {branches.map(({ id, name, topics }) => (
              <optgroup key={id} label={name}>
                {topics.map((topic) => (
                  <option key={topic.id} value={topic.id}>
                    {topic.name}
                  </option>
                ))}
              </optgroup>
            ))}
          </Select>
          {button}
        </ActForm>
        <ActForm action={teamAction} hidden={hidden} lost={lost}>
          <Select key={ticket.team.id} name="teamId" label={t('change.team')} defaultValue={ticket.team.id}>
            {ticket.teams.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
          {button}
        </ActForm>
      </div>
    </details>
  )
}

/** In the side panel, folded while there is nothing: whether the fault could be reproduced, and what was done on the partner's behalf (002-12). */
export async function FindingsPart({ ticket, hidden }: PartProps) {
  if (!ticket.allowed.change) return null
  const t = await getTranslations('desk')
  const { reproduced, workaround } = ticket
  return (
    <details
      open={reproduced !== null || workaround !== ''}
      className="group/found rounded-card border border-note border-dashed bg-note-soft"
    >
      <summary className={summary}>
        {t('findings.title')}
        <DownIcon className="size-4 shrink-0 text-ink-2 group-open/found:rotate-180" />
      </summary>
      <div className="border-hairline border-t p-4">
        <FindingsForm
          key={`${reproduced} ${workaround}`}
          action={findingsAction}
          hidden={hidden}
          reproduced={reproduced === null ? 'unknown' : reproduced ? 'yes' : 'no'}
          workaround={workaround}
          most={WORKAROUND.most}
          words={{
            reproduced: t('findings.reproduced'),
            choices: REPRODUCED.map((value) => ({ value, label: t(`findings.${value}`) })),
            workaround: t('findings.workaround'),
            hint: t('findings.hint'),
            button: t('findings.button'),
            working: t('change.working'),
            lost: t('write.lost'),
          }}
        />
      </div>
    </details>
  )
}
