import { getTranslations } from 'next-intl/server'
import { NoteForm } from '@/components/escalation/note-form'
import { ActForm } from '@/components/form/act-form'
import { ConfirmDialog } from '@/components/form/confirm-dialog'
import { SubmitButton } from '@/components/ui/submit-button'
import type { CallPage } from '@/lib/escalation/schema'
import { fixCallAction, noteCallAction, takeCallAction } from '../actions'

type ActsPartProps = { call: CallPage; hidden: Record<string, string>; marketplace: string }

/** What the called company can do: take it, say that it is mended, write what it found. */
export async function ActsPart({ call, hidden, marketplace }: ActsPartProps) {
  const t = await getTranslations('calls')
  const ui = await getTranslations('ui')
  const { take, note, fix } = call.allowed
  const words = { working: t('act.working'), lost: t('act.lost') }
  if (!(take || note || fix)) return call.closedAt ? null : <p className="text-ink-2">{t('act.readOnly')}</p>
  return (
    <div className="grid gap-6">
      <div className="grid gap-2 sm:grid-cols-2">
        {take ? (
          <ActForm action={takeCallAction} hidden={hidden} lost={words.lost}>
            <SubmitButton wide pending={words.working} className="min-h-15! text-20">
              {t('act.take')}
            </SubmitButton>
          </ActForm>
        ) : null}
        {fix ? (
          <div className="grid [&>button]:min-h-15">
            <ConfirmDialog
              id="fix"
              wide
              action={fixCallAction}
              hidden={hidden}
              look={take ? 'secondary' : 'primary'}
              words={{
                ...words,
                button: t('act.fix'),
                title: t('act.fixTitle'),
                text: t('act.fixText', { marketplace }),
                confirm: t('act.fixConfirm'),
                keep: t('act.keep'),
                close: ui('close'),
              }}
            />
          </div>
        ) : null}
      </div>
      {note ? (
        <NoteForm
          plain
          action={noteCallAction}
          hidden={hidden}
          draft={`call:${call.id}`}
          words={{
            ...words,
            label: t('note.label'),
            hint: t('note.hint', { marketplace }),
            send: t('note.send'),
          }}
        />
      ) : null}
    </div>
  )
}
