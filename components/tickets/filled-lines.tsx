import { Facts } from '@/components/ui/card'
import { TickIcon } from '@/components/ui/icons'
import type { PartnerTicket } from '@/lib/tickets/schema'

/** What came beside a request's message: answers to the topic's own questions, steps tried before writing (002-01, 002-04). */
export type Filled = Pick<PartnerTicket, 'fields' | 'preflight' | 'locale'>

/** Whether there is anything to show: a frame around nothing helps nobody. */
export function isFilled({ fields, preflight }: Filled): boolean {
  return fields.length > 0 || preflight.length > 0
}

/** Both, for a card of either side; `tried` heads the steps. */
export function FilledLines({ ticket: { fields, preflight, locale }, tried }: { ticket: Filled; tried: string }) {
  return (
    <>
      {fields.length > 0 ? (
        <Facts
          facts={fields.map(({ label, value }) => ({
            name: label,
            value: (
              <span lang={locale} className="whitespace-pre-wrap break-words">
                {value}
              </span>
            ),
          }))}
        />
      ) : null}
      {preflight.length > 0 ? (
        <div className="grid gap-1 text-13">
          <h3 className="font-normal text-ink-2">{tried}</h3>
          <ul className="grid gap-1">
            {preflight.map((step) => (
              <li key={step} className="flex gap-2">
                <TickIcon className="mt-0.5 size-4 shrink-0 text-status-done" />
                <span>{step}</span>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  )
}
