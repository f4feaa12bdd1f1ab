'use client'

import { buttonClasses } from '@/components/ui/button-classes'
import { Dialog } from '@/components/ui/dialog'
import { DialogButton } from '@/components/ui/dialog-button'
import { FieldError } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'
import { type KeptAction, useKeptAction } from './use-kept-action'

export type CompleteWords = {
  button: string
  title: string
  text: string
  confirm: string
  keep: string
  working: string
  close: string
  lost: string
}

type CompleteRequestProps = {
  action: KeptAction
  hidden: Record<string, string>
  /** Taking a request back is a loss; "solved" is not. */
  danger: boolean
  words: CompleteWords
}

/** Cancelling, or saying that it is solved: asked once more, because neither can be undone (003-21, 003-23). */
export function CompleteRequest({ action, hidden, danger, words }: CompleteRequestProps) {
  const [state, submit] = useKeptAction(action, words.lost)
  const fault = state.status === 'refused' || state.status === 'error' ? state.message : null
  return (
    <>
      <DialogButton opens="complete" look={danger ? 'quiet' : 'secondary'}>
        {words.button}
      </DialogButton>
      <Dialog id="complete" title={words.title} close={words.close}>
        <form action={submit} className="grid gap-4">
          {Object.entries(hidden).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <p>{words.text}</p>
          <FieldError id="complete" error={fault} />
          <div className="flex flex-wrap gap-2">
            <SubmitButton look={danger ? 'danger' : 'primary'} pending={words.working}>
              {words.confirm}
            </SubmitButton>
            <button type="submit" formMethod="dialog" className={buttonClasses()}>
              {words.keep}
            </button>
          </div>
        </form>
      </Dialog>
    </>
  )
}
