'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { FormTrouble } from '@/components/form/form-trouble'
import { HiddenFields } from '@/components/form/hidden-fields'
import { type KeptAction, useKeptAction } from '@/components/form/use-kept-action'
import { SubmitButton } from '@/components/ui/submit-button'
import { fill } from '@/lib/i18n/fill'
import { type Heard, News } from './news'

export type Pending = { kind: 'answer' | 'ask' | 'try_this'; body: string }

export type HeldOnPage = Pending & {
  id: string
  name: string
  mine: boolean
  /** Seconds until it leaves, as the page was made; null: it did not leave. */
  seconds: number | null
  /** Why it did not, in the reader's language. */
  refused: string | null
  /** What came in after it was written. */
  news: readonly Heard[]
}

/** Patterns hold {seconds} and {name}. */
export type HeldWords = Record<
  | 'sending'
  | 'leaves'
  | 'leavesSaid'
  | 'others'
  | 'undo'
  | 'undoing'
  | 'takeUp'
  | 'drop'
  | 'dropping'
  | 'news'
  | 'lost',
  string
>

type HeldAnswerProps = {
  held: HeldOnPage
  hidden: Record<string, string>
  undo: KeptAction
  drop: KeptAction
  /** Its words are their author's again. */
  onBack: (held: HeldOnPage) => void
  words: HeldWords
}

/** The last seconds of an answer, dashed in the thread; or why it did not leave, with its words kept. */
export function HeldAnswer({ held, hidden, undo, drop, onBack, words }: HeldAnswerProps) {
  const [state, submit] = useKeptAction(async (previous, form) => {
    const answer = await undo(previous, form)
    if (answer.status === 'ok') onBack(held)
    return answer
  }, words.lost)
  const [dropped, submitDrop] = useKeptAction(drop, words.lost)
  const left = useSecondsLeft(held.id, held.seconds)
  const fields = (
    <HiddenFields
      fields={{ marketplace: hidden.marketplace ?? '', membershipId: hidden.membershipId ?? '', heldId: held.id }}
    />
  )
  if (left === null)
    return (
      <Dashed name={held.name} body={held.body} about={held.refused} urgent>
        <News title={words.news} heard={held.news} />
        <FormTrouble state={state} />
        <FormTrouble state={dropped} />
        <div className="flex flex-wrap gap-2">
          <form action={submit}>
            {fields}
            <SubmitButton pending={words.undoing}>{words.takeUp}</SubmitButton>
          </form>
          <form action={submitDrop}>
            {fields}
            <SubmitButton look="secondary" pending={words.dropping}>
              {words.drop}
            </SubmitButton>
          </form>
        </div>
      </Dashed>
    )
  return (
    <Dashed name={held.name} body={held.body} about={held.mine ? null : fill(words.others, { seconds: left })}>
      {held.mine ? (
        <form action={submit} className="grid gap-2">
          {fields}
          <FormTrouble state={state} />
          <p role="status" className="sr-only">
            {fill(words.leavesSaid, { seconds: held.seconds ?? 0 })}
          </p>
          <div className="flex flex-wrap items-center gap-3">
            <span aria-hidden="true" className="text-13 text-ink-2 tabular-nums">
              {left > 0 ? fill(words.leaves, { seconds: left }) : words.sending}
            </span>
            {left > 0 ? (
              <SubmitButton look="secondary" pending={words.undoing} data-desk-undo="">
                {words.undo}
              </SubmitButton>
            ) : null}
          </div>
        </form>
      ) : null}
    </Dashed>
  )
}

type DashedProps = { name: string; body: string; about?: string | null; urgent?: boolean; children?: React.ReactNode }

/** Words that the partner does not have: in the thread's place, with a dashed edge. */
export function Dashed({ name, body, about, urgent, children }: DashedProps) {
  return (
    <article className="grid max-w-prose gap-2">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <b className="font-strong">{name}</b>
        {about ? (
          <span className={urgent ? 'font-medium text-status-urgent' : 'text-13 text-ink-2'}>{about}</span>
        ) : null}
      </p>
      <div className="whitespace-pre-wrap break-words border-brand border-l-2 border-dashed pl-3.5 text-ink-2">
        {body}
      </div>
      {children}
    </article>
  )
}

/**
 * Counts down from what the page said; at the end the page is asked for until the answer stands in the thread. Seconds
 * are counted, not read from a clock: which clock is right is the server's matter, and so is when it leaves.
 */
function useSecondsLeft(id: string, seconds: number | null): number | null {
  const router = useRouter()
  const [left, setLeft] = useState(seconds)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `id` is another answer with its own seconds
  useEffect(() => {
    setLeft(seconds)
    if (seconds === null) return
    let rest = seconds
    let look = 1000
    let timer: ReturnType<typeof setTimeout>
    const tick = () => {
      if (rest > 0) {
        rest -= 1
        setLeft(rest)
      } else {
        router.refresh()
        look = Math.min(look * 2, 16_000)
      }
      timer = setTimeout(tick, rest > 0 ? 1000 : look)
    }
    timer = setTimeout(tick, 1000)
    return () => clearTimeout(timer)
  }, [id, seconds, router])
  return left
}
