'use client'

import { type ComponentProps, useEffect, useRef, useState } from 'react'
import { useFormStatus } from 'react-dom'
import { type ButtonLook, buttonClasses } from './button-classes'
import { classes } from './classes'

type Props = Omit<ComponentProps<'button'>, 'type'> & {
  look?: ButtonLook
  wide?: boolean
  /** Said while the form is on its way. */
  pending: string
  /** Looks inactive until every required field is filled (003-14); a click then explains what is missing. */
  whenValid?: boolean
}

/** Sends its form, once: a second click while it is on its way does nothing. Keeps its focus, so it is not disabled. */
export function SubmitButton({ look = 'primary', wide, pending, whenValid, className, children, ...rest }: Props) {
  const { pending: sending } = useFormStatus()
  const button = useRef<HTMLButtonElement>(null)
  const ready = useFormValid(button, whenValid ?? false)
  return (
    <button
      {...rest}
      ref={button}
      type="submit"
      aria-disabled={sending || !ready || undefined}
      onClick={(event) => {
        if (sending) event.preventDefault()
        rest.onClick?.(event)
      }}
      className={classes(buttonClasses(look, wide), className)}
    >
      {sending ? pending : children}
    </button>
  )
}

function useFormValid(button: { current: HTMLButtonElement | null }, asked: boolean): boolean {
  const [valid, setValid] = useState(true)
  useEffect(() => {
    const form = button.current?.form
    if (!asked || !form) return
    const check = () => setValid(form.matches(':valid'))
    check()
    const later = () => setTimeout(check) // a reset form is empty only after its event
    form.addEventListener('input', check)
    form.addEventListener('change', check)
    form.addEventListener('reset', later)
    return () => {
      form.removeEventListener('input', check)
      form.removeEventListener('change', check)
      form.removeEventListener('reset', later)
    }
  }, [asked, button])
  return valid
}
