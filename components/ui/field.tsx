import type { ComponentProps, ReactNode } from 'react'
import { classes } from './classes'
import { DownIcon, UrgentIcon } from './icons'

export type FieldProps = {
  name: string
  /** Defaults to `name`; what the error summary links to. */
  id?: string
  label: ReactNode
  hint?: ReactNode
  /** What is wrong and what to do, already in the reader's language. */
  error?: ReactNode
  /** Word shown after the label of a field that may stay empty; required ones carry `*` (003-14). */
  optional?: string
}

export const controlClasses =
  'block w-full min-w-0 rounded-control border border-control bg-surface px-3 text-ink disabled:bg-sunken ' +
  'disabled:text-ink-3 aria-invalid:border-2 aria-invalid:border-status-urgent'

/** Ids that tie a control to its hint and its error (WCAG 1.3.1, 3.3.1). */
export function described(id: string, hint: ReactNode, error: ReactNode) {
  const ids = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return { 'aria-describedby': ids || undefined, 'aria-invalid': error ? true : undefined }
}

export function FieldFrame({
  id,
  label,
  hint,
  error,
  optional,
  required,
  children,
}: Omit<FieldProps, 'name' | 'id'> & { id: string; required?: boolean; children: ReactNode }) {
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="font-medium">
        {label}
        {required ? <span aria-hidden="true"> *</span> : null}
        {optional ? <span className="font-normal text-ink-2"> ({optional})</span> : null}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="text-14 text-ink-2 desk:text-13">
          {hint}
        </p>
      ) : null}
      {children}
      <FieldError id={id} error={error} />
    </div>
  )
}

export function FieldError({ id, error }: { id: string; error: ReactNode }) {
  if (!error) return null
  return (
    <p id={`${id}-error`} className="flex gap-1.5 font-medium text-14 text-status-urgent">
      <UrgentIcon className="mt-0.5 size-4" />
      <span>{error}</span>
    </p>
  )
}

/** One line of text: `<Field name="email" type="email" autoComplete="username" label={t('email')} required />` */
export function Field({
  label,
  hint,
  error,
  optional,
  className,
  ...input
}: FieldProps & Omit<ComponentProps<'input'>, 'name' | 'id'>) {
  const id = input.id ?? input.name
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} optional={optional} required={input.required}>
      <input
        {...input}
        {...described(id, hint, error)}
        id={id}
        className={classes(controlClasses, 'min-h-control read-only:bg-sunken', className)}
      />
    </FieldFrame>
  )
}

/** Several lines; grows with what is written where the browser can (`field-sizing`). */
export function TextArea({
  label,
  hint,
  error,
  optional,
  className,
  rows = 5,
  ...area
}: FieldProps & Omit<ComponentProps<'textarea'>, 'name' | 'id'>) {
  const id = area.id ?? area.name
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} optional={optional} required={area.required}>
      <textarea
        rows={rows}
        {...area}
        {...described(id, hint, error)}
        id={id}
        className={classes(controlClasses, 'field-sizing-content max-h-96 min-h-28 resize-y py-2.5', className)}
      />
    </FieldFrame>
  )
}

/** The native list, which every phone shows in its own best way. */
export function Select({
  label,
  hint,
  error,
  optional,
  className,
  children,
  ...select
}: FieldProps & Omit<ComponentProps<'select'>, 'name' | 'id'>) {
  const id = select.id ?? select.name
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} optional={optional} required={select.required}>
      <BareSelect {...select} {...described(id, hint, error)} id={id} className={className}>
        {children}
      </BareSelect>
    </FieldFrame>
  )
}

/** The list alone, for a place that names it by other means (`aria-label`) */
export function BareSelect({
  className,
  around,
  children,
  ...select
}: ComponentProps<'select'> & {
  /** Classes of the box that holds list and arrow: its width or its share of a row. */
  around?: string
}) {
  return (
    <span className={classes('relative block', around)}>
      <select {...select} className={classes(controlClasses, 'min-h-control appearance-none pr-9', className)}>
        {children}
      </select>
      <DownIcon className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2 text-ink-2" />
    </span>
  )
}
