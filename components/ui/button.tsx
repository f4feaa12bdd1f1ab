import type { ComponentProps } from 'react'
import { AppLink } from './app-link'
import { type ButtonLook, buttonClasses } from './button-classes'
import { classes } from './classes'

type Look = { look?: ButtonLook; wide?: boolean }

/** Does something. `type` defaults to "button": a form is only sent by a button that says so. */
export function Button({ look, wide, className, type = 'button', ...rest }: ComponentProps<'button'> & Look) {
  return <button type={type} className={classes(buttonClasses(look, wide), className)} {...rest} />
}

/** Goes somewhere, and looks like a button. */
export function ButtonLink({ look, wide, className, ...rest }: ComponentProps<typeof AppLink> & Look) {
  return <AppLink className={classes(buttonClasses(look, wide), className)} {...rest} />
}

/** A link in running text. */
export function TextLink({ className, ...rest }: ComponentProps<typeof AppLink>) {
  return (
    <AppLink
      className={classes('text-brand underline decoration-1 underline-offset-3 hover:decoration-2', className)}
      {...rest}
    />
  )
}
