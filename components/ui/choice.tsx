import type { ComponentProps, ReactNode } from 'react'
import { classes } from './classes'
import { FieldError } from './field'

type ChoiceProps = Omit<ComponentProps<'input'>, 'type'> & {
  type?: 'radio' | 'checkbox'
  label: ReactNode
  hint?: ReactNode
  /** A bordered card whose whole area is the target; without it, one plain line. */
  card?: boolean
}

/** A radio button or a checkbox with its words. The chosen card has a thicker edge as well as a colour. */
export function Choice({ type = 'checkbox', label, hint, card, className, ...input }: ChoiceProps) {
  return (
    <label
      className={classes(
        'flex min-h-control cursor-pointer items-start gap-3',
        card
          ? 'rounded-card border border-control bg-surface p-3.5 has-checked:border-brand has-checked:bg-brand-soft has-checked:ring-1 has-checked:ring-brand has-disabled:cursor-not-allowed has-disabled:border-hairline has-disabled:text-ink-3'
          : 'py-[calc((var(--control-height)-1.5em)/2)]',
        className,
      )}
    >
      <input type={type} {...input} className="mt-0.5 size-5 shrink-0 accent-brand desk:mt-0 desk:size-4.5" />
      <span className="min-w-0">
        <span className={classes('block', card && 'font-medium')}>{label}</span>
        {hint ? <span className="mt-0.5 block text-14 text-ink-2 desk:text-13">{hint}</span> : null}
      </span>
    </label>
  )
}

/** Choices that belong together. `id` is what the error summary links to. */
export function ChoiceGroup({
  id,
  legend,
  hint,
  error,
  required,
  children,
}: {
  id: string
  legend: ReactNode
  hint?: ReactNode
  error?: ReactNode
  required?: boolean
  children: ReactNode
}) {
  return (
    <fieldset id={id} tabIndex={-1} aria-describedby={error ? `${id}-error` : undefined} className="grid gap-2">
      <legend className="mb-1 font-medium">
        {legend}
        {required ? <span aria-hidden="true"> *</span> : null}
      </legend>
      {hint ? <p className="-mt-1 mb-1 text-14 text-ink-2">{hint}</p> : null}
      {children}
      <FieldError id={id} error={error} />
    </fieldset>
  )
}
