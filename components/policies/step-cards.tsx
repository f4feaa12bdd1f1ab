'use client'

import { useRef } from 'react'
import { Button } from '@/components/ui/button'
import { CloseIcon, DownIcon, PlusIcon } from '@/components/ui/icons'
import type { PolicyStep } from '@/lib/escalation/schema'
import { fill } from '@/lib/i18n/fill'
import type { EditorWords } from './editor-words'
import { LengthField } from './length-field'
import type { TargetGroup } from './target-choices'
import { TargetList } from './target-list'

export type KeyedStep = PolicyStep & { key: number }

type StepCardsProps = {
  steps: readonly KeyedStep[]
  groups: readonly TargetGroup[]
  words: EditorWords
  faults: Readonly<Record<string, string>>
  /** Steps that a policy may have. */
  most: number
  change(steps: KeyedStep[]): void
}

/** The ladder: each step with whom it tells and how long it waits; moved by buttons, never only by dragging. */
export function StepCards({ steps, groups, words, faults, most, change }: StepCardsProps) {
  const newest = useRef(Math.max(0, ...steps.map(({ key }) => key)))
  const replace = (index: number, step: KeyedStep) => change(steps.map((one, at) => (at === index ? step : one)))
  const move = (from: number, to: number) => {
    const moved = [...steps]
    const [step] = moved.splice(from, 1)
    if (step) moved.splice(to, 0, step)
    change(moved)
  }
  const add = () => {
    newest.current += 1
    change([...steps, { key: newest.current, delaySeconds: 300, targets: [] }])
  }
  return (
    <div className="grid gap-3">
      {steps.length === 0 ? <p className="text-14 text-ink-2">{words.noSteps}</p> : null}
      <ol className="grid gap-3 empty:hidden">
        {steps.map((step, index) => {
          const name = fill(words.step, { step: index + 1 })
          const number = { step: index + 1 }
          return (
            <li key={step.key} className="grid gap-3 rounded-card border border-hairline bg-surface p-4">
              <div className="flex flex-wrap items-center justify-between gap-2">
                <h3 className="text-16">{name}</h3>
                <div className="flex">
                  <Small label={fill(words.up, number)} off={index === 0} act={() => move(index, index - 1)}>
                    <DownIcon className="size-5 rotate-180" />
                  </Small>
                  <Small
                    label={fill(words.down, number)}
                    off={index === steps.length - 1}
                    act={() => move(index, index + 1)}
                  >
                    <DownIcon className="size-5" />
                  </Small>
                  <Small label={fill(words.drop, number)} act={() => change(steps.filter((one) => one !== step))}>
                    <CloseIcon className="size-5" />
                  </Small>
                </div>
              </div>
              <TargetList
                id={`step-${step.key}`}
                label={name}
                targets={step.targets}
                groups={groups}
                words={words}
                error={faults[`definition.steps.${index}.targets`]}
                change={(targets) => replace(index, { ...step, targets })}
              />
              <LengthField
                id={`step-${step.key}-wait`}
                label={words.wait}
                seconds={step.delaySeconds}
                words={words}
                error={faults[`definition.steps.${index}.delaySeconds`]}
                change={(delaySeconds) => replace(index, { ...step, delaySeconds })}
              />
            </li>
          )
        })}
      </ol>
      {steps.length < most ? (
        <div>
          <Button onClick={add}>
            <PlusIcon className="size-4" /> {words.addStep}
          </Button>
        </div>
      ) : null}
    </div>
  )
}

type SmallProps = { label: string; off?: boolean; act(): void; children: React.ReactNode }

/** Keeps its place and its focus also where it can do nothing. */
function Small({ label, off, act, children }: SmallProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      aria-disabled={off || undefined}
      onClick={off ? undefined : act}
      className="inline-flex min-h-control min-w-11 items-center justify-center rounded-control text-ink-2 hover:bg-sunken hover:text-ink aria-disabled:opacity-35"
    >
      {children}
    </button>
  )
}
