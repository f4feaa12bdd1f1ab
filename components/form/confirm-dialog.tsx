'use client'

import type { ReactNode } from 'react'
import { type ButtonLook, buttonClasses } from '@/components/ui/button-classes'
import { Dialog } from '@/components/ui/dialog'
import { DialogButton } from '@/components/ui/dialog-button'
import { SubmitButton } from '@/components/ui/submit-button'
import { FormTrouble } from './form-trouble'
import { HiddenFields } from './hidden-fields'
import { type FormState, type KeptAction, useKeptAction } from './use-kept-action'

export type ConfirmWords = Record<
  'button' | 'title' | 'text' | 'confirm' | 'keep' | 'working' | 'close' | 'lost',
  string
>

type ConfirmDialogProps = {
  /** The dialog's own, one of a kind on the page. */
  id: string
  action: KeptAction
  /** Fields that say whose and what: marketplace, membershipId, ticketId or escalationId. */
  hidden: Record<string, string>
  /** Of the button that opens it. */
  look?: ButtonLook
  /** The button that opens it takes the whole width. */
  wide?: boolean
  /** It is a loss. */
  danger?: boolean
  /** It cannot be sent before its fields are valid. */
  whenValid?: boolean
  /** What is asked for besides; given by a component of the browser, because it hears what became of the form. */
  fields?: (state: FormState) => ReactNode
  words: ConfirmWords
}

/** An act that cannot be undone, asked once more (003-21, 003-23). */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { id, words, danger } = props
  const [state, submit] = useKeptAction(props.action, words.lost)
  return (
    <>
      <DialogButton opens={id} look={props.look} className={props.wide ? 'w-full' : undefined}>
        {words.button}
      </DialogButton>
      <Dialog id={id} title={words.title} close={words.close}>
        <form action={submit} className="grid gap-4">
          <HiddenFields fields={props.hidden} />
          <p>{words.text}</p>
          <FormTrouble state={state} />
          {props.fields?.(state)}
          <div className="flex flex-wrap gap-2">
            <SubmitButton look={danger ? 'danger' : 'primary'} pending={words.working} whenValid={props.whenValid}>
              {words.confirm}
            </SubmitButton>
            <button type="submit" formMethod="dialog" formNoValidate className={buttonClasses()}>
              {words.keep}
            </button>
          </div>
        </form>
      </Dialog>
    </>
  )
}
