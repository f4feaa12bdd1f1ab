import { ButtonLink } from './button'
import { BackIcon, NextIcon } from './icons'

/** Newer and older, by address. A list that never ends has no page numbers. */
export function Pagination(props: {
  words: { label: string; previous: string; next: string }
  previous?: string
  next?: string
}) {
  if (!props.previous && !props.next) return null
  return (
    <nav aria-label={props.words.label} className="flex flex-wrap justify-between gap-2 py-4">
      {props.previous ? (
        <ButtonLink href={props.previous} rel="prev">
          <BackIcon className="size-4" /> {props.words.previous}
        </ButtonLink>
      ) : (
        <span />
      )}
      {props.next ? (
        <ButtonLink href={props.next} rel="next">
          {props.words.next} <NextIcon className="size-4" />
        </ButtonLink>
      ) : null}
    </nav>
  )
}
