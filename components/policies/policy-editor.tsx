'use client'

import { unstable_rethrow as rethrowNavigation } from 'next/navigation'
import { startTransition, useActionState, useState } from 'react'
import { FormTrouble } from '@/components/form/form-trouble'
import type { FormState, KeptAction } from '@/components/form/use-kept-action'
import { AppLink } from '@/components/ui/app-link'
import { Button, ButtonLink } from '@/components/ui/button'
import { buttonClasses } from '@/components/ui/button-classes'
import { Choice } from '@/components/ui/choice'
import { Field, Select } from '@/components/ui/field'
import type { PolicyDefinition, PolicyForm } from '@/lib/escalation/schema'
import { fill } from '@/lib/i18n/fill'
import { idle } from '@/lib/web/schema'
import type { EditorWords } from './editor-words'
import { LengthField } from './length-field'
import { PagingFields } from './paging-fields'
import { type PreviewAction, PreviewPart } from './policy-preview'
import { type KeyedStep, StepCards } from './step-cards'
import { targetGroups } from './target-choices'
import { TargetList } from './target-list'

type PolicyEditorProps = {
  form: PolicyForm
  save: KeptAction
  preview: PreviewAction
  hidden: Record<string, string>
  /** Address of the policy, or of the list while there is none. */
  own: string
  words: EditorWords
  warn: Readonly<Record<string, string>>
  /** Names of the days, Monday first. */
  days: readonly string[]
}

const MOST_STEPS = 10
const REPEATS = [1, 2, 3, 4, 5, 6, 7, 8, 9]
const USUAL_EXPIRY = 3600

/** Writes a policy. What is typed lives here, so that no refusal and no broken connection loses it. */
export function PolicyEditor({ form, save, preview, hidden, own, words, warn, days }: PolicyEditorProps) {
  // What was opened stays what was opened: the page may be drawn anew beneath it, with somebody else's newer version.
  const [{ steps: first, ...rest }] = useState(form.definition)
  const [began] = useState(form.version)
  const [steps, setSteps] = useState<KeyedStep[]>(() => first.map((step, key) => ({ ...step, key })))
  const [told, setTold] = useState<Omit<PolicyDefinition, 'steps'>>(rest)
  const [state, submit, sending] = useActionState(careful(save, words.lost), idle as FormState)
  const set = (part: Partial<typeof told>) => setTold((before) => ({ ...before, ...part }))
  const groups = targetGroups(form.choices, form.direction === 'OUT', words)
  const definition: PolicyDefinition = { ...told, steps: steps.map(({ key, ...step }) => step) }
  const fields = {
    ...hidden,
    direction: form.direction,
    ...(form.severity && { severity: form.severity }),
    definition: JSON.stringify(definition),
  }
  const send = (version: number) => {
    if (sending) return
    const sent = new FormData()
    const all = { ...fields, version: `${version}`, ...(form.policyId && { policyId: form.policyId }) }
    for (const [name, value] of Object.entries(all)) sent.set(name, value)
    startTransition(() => submit(sent))
  }
  const faults = state.status === 'invalid' ? state.fields : {}
  const theirs = state.status === 'refused' && state.why === 'policy_changed' ? Number(state.details?.version) : null
  return (
    <form
      className="grid items-start gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]"
      onSubmit={(event) => {
        event.preventDefault()
        send(began)
      }}
    >
      <div className="grid gap-6">
        <Field
          name="policy-name"
          label={words.name}
          maxLength={80}
          required
          value={told.name}
          error={faults['definition.name']}
          onChange={(event) => set({ name: event.target.value })}
        />
        <section aria-labelledby="steps" className="grid gap-3">
          <h2 id="steps" className="text-20">
            {words.steps}
          </h2>
          <StepCards steps={steps} groups={groups} words={words} faults={faults} most={MOST_STEPS} change={setSteps} />
        </section>
        <Select
          name="repeat"
          label={words.repeat}
          value={told.repeat}
          onChange={(event) => set({ repeat: Number(event.target.value) })}
        >
          {REPEATS.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </Select>
        <section aria-labelledby="last" className="grid gap-3">
          <h2 id="last" className="text-20">
            {words.last}
          </h2>
          <TargetList
            id="last-targets"
            label={words.last}
            targets={told.catchAll}
            groups={groups}
            words={words}
            empty={words.lastEmpty}
            change={(catchAll) => set({ catchAll })}
          />
          <LengthField
            id="every"
            label={words.every}
            seconds={told.catchAllEverySeconds}
            words={words}
            error={faults['definition.catchAllEverySeconds']}
            change={(catchAllEverySeconds) => set({ catchAllEverySeconds })}
          />
        </section>
        {form.direction === 'IN' ? (
          <LengthField
            id="assess"
            label={words.assess}
            seconds={told.assessTimeoutSeconds}
            words={words}
            error={faults['definition.assessTimeoutSeconds']}
            change={(assessTimeoutSeconds) => set({ assessTimeoutSeconds })}
          />
        ) : null}
        <div className="grid gap-2">
          <Choice
            label={words.expires}
            checked={told.ackExpirySeconds !== null}
            onChange={(event) => set({ ackExpirySeconds: event.target.checked ? USUAL_EXPIRY : null })}
          />
          {told.ackExpirySeconds === null ? null : (
            <LengthField
              id="expires"
              label={words.expiresAfter}
              seconds={told.ackExpirySeconds}
              words={words}
              error={faults['definition.ackExpirySeconds']}
              change={(ackExpirySeconds) => set({ ackExpirySeconds })}
            />
          )}
        </div>
        <section aria-labelledby="paging" className="grid gap-3">
          <h2 id="paging" className="text-20">
            {words.paging}
          </h2>
          <PagingFields
            paging={told.paging}
            choices={form.choices}
            words={words}
            days={days}
            faults={faults}
            change={(paging) => set({ paging })}
          />
        </section>
      </div>
      <div className="grid gap-4 lg:sticky lg:top-4">
        <PreviewPart preview={preview} fields={fields} words={words} warn={warn} />
        <FormTrouble state={state} />
        {theirs === null ? (
          <button type="submit" aria-disabled={sending || undefined} className={buttonClasses('primary', true)}>
            {sending ? words.working : fill(words.save, { number: began + 1 })}
          </button>
        ) : (
          <div className="grid gap-2">
            <AppLink href={own} target="_blank" className={buttonClasses('secondary', true)}>
              {words.theirs}
            </AppLink>
            <Button look="primary" wide onClick={() => send(theirs)}>
              {sending ? words.working : fill(words.over, { number: theirs + 1 })}
            </Button>
          </div>
        )}
        <ButtonLink href={own} look="quiet" wide>
          {words.cancel}
        </ButtonLink>
      </div>
    </form>
  )
}

/** A connection that broke off is an answer, not a page that failed. */
function careful(save: KeptAction, lost: string): KeptAction {
  return async (previous, form) => {
    try {
      return await save(previous, form)
    } catch (error) {
      rethrowNavigation(error)
      return { status: 'error', id: '', message: lost }
    }
  }
}
