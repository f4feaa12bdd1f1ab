'use client'

import { FormTrouble } from '@/components/form/form-trouble'
import { HiddenFields } from '@/components/form/hidden-fields'
import { type FormState, type KeptAction, useKeptAction } from '@/components/form/use-kept-action'
import { buttonClasses } from '@/components/ui/button-classes'
import { CopyButton } from '@/components/ui/copy-button'
import { Dialog } from '@/components/ui/dialog'
import { DialogButton } from '@/components/ui/dialog-button'
import { Field } from '@/components/ui/field'
import { SubmitButton } from '@/components/ui/submit-button'

type Word =
  | 'name'
  | 'url'
  | 'add'
  | 'rotate'
  | 'rotateTitle'
  | 'rotateText'
  | 'rotateYes'
  | 'keep'
  | 'secret'
  | 'secretHint'
  | 'copy'
  | 'copied'
  | 'working'
  | 'lost'
  | 'close'
export type SecretWords = Record<Word, string>

type SecretFormProps = { action: KeptAction; hidden: Record<string, string>; words: SecretWords }

/** A new webhook; its signing secret is shown once, when it is made. */
export function AddEndpoint({ action, hidden, words }: SecretFormProps) {
  const [state, submit] = useKeptAction(action, words.lost)
  const faults = state.status === 'invalid' ? state.fields : {}
  const kept = state.status === 'ok' ? undefined : state.written
  return (
    <form action={submit} className="grid gap-4">
      <HiddenFields fields={hidden} />
      <FormTrouble state={state} />
      <Secret state={state} words={words} />
      <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]">
        <Field
          name="name"
          id="endpoint-name"
          label={words.name}
          maxLength={60}
          required
          defaultValue={kept?.name}
          error={faults.name}
        />
        <Field
          name="url"
          id="endpoint-url"
          type="url"
          inputMode="url"
          label={words.url}
          required
          defaultValue={kept?.url}
          error={faults.url}
        />
      </div>
      <div>
        <SubmitButton look="secondary" pending={words.working}>
          {words.add}
        </SubmitButton>
      </div>
    </form>
  )
}

/** Another secret in place of the present one, asked once more. */
export function RotateEndpoint({ action, hidden, words }: SecretFormProps) {
  const [state, submit] = useKeptAction(action, words.lost)
  const id = `rotate-${hidden.endpointId}`
  return (
    <>
      <DialogButton opens={id}>{words.rotate}</DialogButton>
      <Dialog id={id} title={words.rotateTitle} close={words.close}>
        <form action={submit} className="grid gap-4">
          <HiddenFields fields={hidden} />
          <p>{words.rotateText}</p>
          <FormTrouble state={state} />
          <Secret state={state} words={words} />
          <div className="flex flex-wrap gap-2">
            <SubmitButton pending={words.working}>{words.rotateYes}</SubmitButton>
            <button type="submit" formMethod="dialog" formNoValidate className={buttonClasses()}>
              {words.keep}
            </button>
          </div>
        </form>
      </Dialog>
    </>
  )
}

function Secret({ state, words }: { state: FormState; words: SecretWords }) {
  const secret = state.status === 'ok' ? (state.value as { secret: string }).secret : null
  if (!secret) return null
  return (
    <div role="status" className="grid gap-1 rounded-card border border-brand bg-brand-soft p-3.5">
      <p className="font-strong">{words.secret}</p>
      <p className="flex flex-wrap items-center gap-2">
        <code className="break-all font-mono text-14">{secret}</code>
        <CopyButton text={secret} label={words.copy} done={words.copied} />
      </p>
      <p className="text-14">{words.secretHint}</p>
    </div>
  )
}
