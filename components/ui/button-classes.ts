import { classes } from './classes'

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger'

const looks: Record<ButtonLook, string> = {
  primary: 'bg-brand text-on-brand hover:bg-brand-strong border-transparent',
  secondary: 'bg-surface text-ink border-control hover:border-ink-2 hover:bg-sunken',
  quiet: 'border-transparent text-brand underline-offset-4 hover:underline',
  danger: 'bg-urgent-solid text-on-urgent border-transparent hover:opacity-90',
}

/** Height follows the frame's density (32 desk, 44 partner, 52 on call); a long Russian label wraps, never clips. */
export function buttonClasses(look: ButtonLook = 'secondary', wide = false): string {
  return classes(
    'inline-flex min-h-control min-w-control items-center justify-center gap-2 rounded-control border px-3.5 py-1',
    'text-center font-medium no-underline transition-transform duration-state active:translate-y-px',
    'aria-disabled:cursor-not-allowed aria-disabled:border-hairline aria-disabled:bg-sunken aria-disabled:text-ink-3',
    'disabled:cursor-not-allowed disabled:border-hairline disabled:bg-sunken disabled:text-ink-3',
    looks[look],
    wide && 'w-full',
  )
}
