'use client'

import { type ReactNode, useActionState } from 'react'
import { FormTrouble } from '@/components/form/form-trouble'
import { HiddenFields } from '@/components/form/hidden-fields'
import { buttonClasses } from '@/components/ui/button-classes'
import { CopyButton } from '@/components/ui/copy-button'
import { SubmitButton } from '@/components/ui/submit-button'
import { fill } from '@/lib/i18n/fill'
import { type ActionState, idle } from '@/lib/web/schema'

type Told = { secret?: string; token?: string }

export type ToldOnceWords = Record<
  'submit' | 'working' | 'title' | 'text' | 'copy' | 'copied' | 'try' | 'close',
  string
>

type ToldOnceFormProps = {
  // biome-ignore lint/suspicious/noExplicitAny: an act answers more than the secret that is looked at here
  action: (previous: any, form: FormData) => Promise<ActionState<any>>
  hidden: Record<string, string>
  words: ToldOnceWords
  /** What is copied; holds {secret}. */
  shown: string
  /** A command that tries it out; holds {secret}. */
  command: string
  children?: ReactNode
}

/** A form whose answer is a secret that is shown this once: to be copied before the dialog is closed. */
export function ToldOnceForm({ action, hidden, words, shown, command, children }: ToldOnceFormProps) {
  const [state, submit] = useActionState(action, idle as ActionState<Told>)
  if (state.status === 'ok') {
    const secret = state.value.secret ?? state.value.token ?? ''
    return (
      <div role="status" className="grid gap-4">
        <h3 className="font-strong text-16">{words.title}</h3>
        <p className="text-14 text-ink-2">{words.text}</p>
        <p className="flex items-center gap-2">
          <code className="min-w-0 grow break-all rounded-control border border-control bg-sunken px-3 py-2 text-13">
            {fill(shown, { secret })}
          </code>
          <CopyButton text={fill(shown, { secret })} label={words.copy} done={words.copied} />
        </p>
        <div className="grid gap-1">
          <p className="text-13 text-ink-2">{words.try}</p>
          <pre className="overflow-x-auto rounded-control bg-sunken p-3 text-12">{fill(command, { secret })}</pre>
        </div>
        <form method="dialog">
          <button type="submit" className={buttonClasses()}>
            {words.close}
          </button>
        </form>
      </div>
    )
  }
  return (
    <form action={submit} className="grid gap-4">
      <HiddenFields fields={hidden} />
      <FormTrouble state={state} />
      {children}
      <div>
        <SubmitButton pending={words.working}>{words.submit}</SubmitButton>
      </div>
    </form>
  )
}
