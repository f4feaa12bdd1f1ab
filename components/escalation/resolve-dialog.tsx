'use client'

import { FormTrouble } from '@/components/identity/form-trouble'
import { HiddenFields } from '@/components/identity/hidden-fields'
import { type KeptAction, useKeptAction } from '@/components/tickets/use-kept-action'
import { type ButtonLook, buttonClasses } from '@/components/ui/button-classes'
import { Dialog } from '@/components/ui/dialog'
import { DialogButton } from '@/components/ui/dialog-button'
import { SubmitButton } from '@/components/ui/submit-button'

type ResolveDialogProps = {
  action: KeptAction
  hidden: Record<string, string>
  look: ButtonLook
  words: Record<'button' | 'title' | 'text' | 'confirm' | 'keep' | 'working' | 'close' | 'lost', string>
}

/** The end of an escalation, asked once more: paging stops for everybody. */
export function ResolveDialog({ action, hidden, look, words }: ResolveDialogProps) {
  const [state, submit] = useKeptAction(action, words.lost)
  return (
    <>
      <DialogButton opens="resolve" look={look} className="w-full">
        {words.button}
      </DialogButton>
      <Dialog id="resolve" title={words.title} close={words.close}>
        <form action={submit} className="grid gap-4">
          <HiddenFields fields={hidden} />
          <p>{words.text}</p>
          <FormTrouble state={state} />
          <div className="flex flex-wrap gap-2">
            <SubmitButton pending={words.working}>{words.confirm}</SubmitButton>
            <button type="submit" formMethod="dialog" className={buttonClasses()}>
              {words.keep}
            </button>
          </div>
        </form>
      </Dialog>
    </>
  )
}
