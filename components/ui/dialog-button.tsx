'use client'

import type { ComponentProps } from 'react'
import { Button, type ButtonLook } from './button'

/** Opens the `Dialog` of that id. */
export function DialogButton({ opens, ...rest }: ComponentProps<'button'> & { opens: string; look?: ButtonLook }) {
  return (
    <Button
      {...rest}
      aria-haspopup="dialog"
      onClick={() => {
        const dialog = document.getElementById(opens)
        if (dialog instanceof HTMLDialogElement) dialog.showModal()
      }}
    />
  )
}
