import type { ReactNode } from 'react'
import { AppLink } from './app-link'
import { classes } from './classes'

export type Tab = { href: string; label: ReactNode; count?: ReactNode; current?: boolean }

const tab =
  'inline-flex min-h-control items-center gap-2 border-b-2 px-0.5 font-medium no-underline desk:text-13 ' +
  'border-transparent text-ink-2 hover:text-ink'
const chosen = 'aria-[current]:border-brand aria-[current]:text-brand has-checked:border-brand has-checked:text-brand'

/** Tabs that are addresses: each is a page of its own, so Back works and no script is needed. */
export function TabLinks({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav aria-label={label} className="border-hairline border-b">
      <ul className="-mb-px flex flex-wrap gap-x-5">
        {tabs.map(({ href, label: word, count, current }) => (
          <li key={href}>
            <AppLink href={href} aria-current={current ? 'page' : undefined} className={classes(tab, chosen)}>
              {word}
              {count === undefined ? null : <span className="font-normal text-ink-2 tabular-nums">{count}</span>}
            </AppLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}

type Option = { value: string; label: ReactNode }

type TabChoiceProps = {
  name: string
  legend: string
  options: readonly Option[]
  defaultValue?: string
  /** Id of the form it belongs to, where it stands outside of it. */
  form?: string
}

/** Tabs that are a choice inside a form ("Reply" or "Internal note"): radio buttons in the tabs' clothes. */
export function TabChoice(props: TabChoiceProps) {
  return (
    <fieldset>
      <legend className="sr-only">{props.legend}</legend>
      <div className="flex flex-wrap gap-x-5">
        {props.options.map(({ value, label }) => (
          <label key={value} className={classes(tab, chosen, 'cursor-pointer has-focus-visible:outline-2')}>
            <input
              type="radio"
              name={props.name}
              form={props.form}
              value={value}
              defaultChecked={value === (props.defaultValue ?? props.options[0]?.value)}
              className="sr-only"
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
