'use client'

import { useEffect, useRef } from 'react'
import { FormTrouble } from '@/components/form/form-trouble'
import { HiddenFields } from '@/components/form/hidden-fields'
import { type KeptAction, useKeptAction } from '@/components/form/use-kept-action'
import { TextLink } from '@/components/ui/button'
import { TextArea } from '@/components/ui/field'
import { StampedNumber } from '@/components/ui/stamped-number'
import { SubmitButton } from '@/components/ui/submit-button'
import type { RefusalDetails } from '@/lib/foundation/outcome'
import { BODY } from '@/lib/tickets/schema'
import { freshKey } from './form-state'

export type AddInsteadWords = Record<
  'title' | 'text' | 'unreadable' | 'laterTitle' | 'completed' | 'label' | 'hint' | 'send' | 'sending' | 'lost',
  string
>

export type AddInsteadProps = {
  action: KeptAction
  /** Fields that say whose form it is, without the request. */
  hidden: Record<string, string>
  submissionKey: string
  /** Address of a request without its number. */
  href: string
  words: AddInsteadWords
  /** What the refusal says of the request that is there: no ticketId where she may not read it; `open`: it takes more. */
  found: RefusalDetails
  /** Everything written so far. */
  text: string
  files: readonly string[]
}

/**
 * The company wrote on this topic a moment ago (003-15, 003-29): what was just written can go there as it stands, files
 * too. The form below keeps it all the same.
 */
export function AddInstead({ found, text, files, words, ...props }: AddInsteadProps) {
  const [state, submit] = useKeptAction(props.action, words.lost)
  const heading = useRef<HTMLHeadingElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each refusal is told anew
  useEffect(() => heading.current?.focus(), [found])
  const { ticketId, number, subject } = found
  const takesMore = found.open === 'yes'
  const why = takesMore ? words.text : ticketId ? words.completed : words.unreadable
  return (
    <section className="mb-8 grid gap-4 rounded-card border-2 border-status-wait bg-surface p-4">
      <div className="grid gap-2">
        <h2 ref={heading} tabIndex={-1} className="font-strong text-20">
          {takesMore ? words.title : words.laterTitle}
        </h2>
        <p className="text-14">{why}</p>
        <p className="flex flex-wrap items-center gap-2">
          <StampedNumber>{String(number)}</StampedNumber>
          {ticketId ? (
            <TextLink href={`${props.href}${number}`} className="min-w-0">
              {String(subject || number)}
            </TextLink>
          ) : null}
        </p>
      </div>
      {takesMore ? (
        <form action={submit} className="grid gap-3">
          <HiddenFields fields={{ ...props.hidden, ticketId: String(ticketId) }} />
          <input type="hidden" name="submissionKey" value={freshKey(props.submissionKey, state)} />
          {files.map((id) => (
            <input key={id} type="hidden" name="attachmentIds" value={id} />
          ))}
          <FormTrouble state={state} />
          <TextArea
            id="instead"
            name="body"
            label={words.label}
            hint={words.hint}
            required
            maxLength={BODY.most}
            rows={5}
            defaultValue={state.written?.body ?? text}
          />
          <SubmitButton pending={words.sending} className="justify-self-start max-sm:w-full">
            {words.send}
          </SubmitButton>
        </form>
      ) : null}
    </section>
  )
}
