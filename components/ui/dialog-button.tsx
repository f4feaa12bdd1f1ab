'use client'

import type { ComponentProps } from 'react'
import { type ButtonLook, buttonClasses } from './button-classes'
import { classes } from './classes'

/** Opens the `Dialog` of that id. */
export function DialogButton({
  opens,
  look,
  className,
  ...rest
}: ComponentProps<'button'> & { opens: string; look?: ButtonLook }) {
  return (
    <button
      {...rest}
      type="button"
      className={classes(buttonClasses(look), className)}
      aria-haspopup="dialog"
      onClick={() => {
        const dialog = document.getElementById(opens)
        if (dialog instanceof HTMLDialogElement) dialog.showModal()
      }}
    />
  )
}
