'use client'

import { BareSelect, FieldError } from '@/components/ui/field'
import { CloseIcon } from '@/components/ui/icons'
import type { PolicyTarget } from '@/lib/escalation/schema'
import { fill } from '@/lib/i18n/fill'
import type { EditorWords } from './editor-words'
import { choiceOf, labelOf, type TargetGroup, targetOf } from './target-choices'

type TargetListProps = {
  id: string
  /** Names the list for a screen reader. */
  label: string
  targets: readonly PolicyTarget[]
  groups: readonly TargetGroup[]
  words: EditorWords
  /** Said when it is empty, where that means something. */
  empty?: string
  error?: string
  change(targets: PolicyTarget[]): void
}

/** Whom a step tells: each with a button that takes her off, and a list to add from. */
export function TargetList({ id, label, targets, groups, words, empty, error, change }: TargetListProps) {
  const taken = new Set(targets.map(choiceOf))
  return (
    <div className="grid gap-2">
      {targets.length === 0 && empty ? <p className="text-14 text-ink-2">{empty}</p> : null}
      <ul aria-label={label} className="flex flex-wrap gap-2 empty:hidden">
        {targets.map((target) => {
          const name = labelOf(target, groups, words)
          return (
            <li
              key={choiceOf(target)}
              className="inline-flex max-w-full items-center rounded-control border border-control bg-canvas pl-3"
            >
              <span className="min-w-0 break-words py-1">{name}</span>
              <button
                type="button"
                aria-label={fill(words.remove, { name })}
                onClick={() => change(targets.filter((one) => one !== target))}
                className="inline-flex min-h-control min-w-11 items-center justify-center text-ink-2 hover:text-ink"
              >
                <CloseIcon className="size-4" />
              </button>
            </li>
          )
        })}
      </ul>
      <BareSelect
        id={id}
        aria-label={targets.length > 0 ? words.add : words.addFirst}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        value=""
        onChange={(event) => change([...targets, targetOf(event.target.value)])}
        around="max-w-96"
      >
        <option value="">{targets.length > 0 ? words.add : words.addFirst}</option>
        {groups.map((group) => (
          <optgroup key={group.label} label={group.label}>
            {group.choices.map((choice) => (
              <option key={choice.value} value={choice.value} disabled={taken.has(choice.value)}>
                {choice.label}
              </option>
            ))}
          </optgroup>
        ))}
      </BareSelect>
      <FieldError id={id} error={error} />
    </div>
  )
}
