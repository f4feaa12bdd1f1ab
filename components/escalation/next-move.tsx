import { useTranslations } from 'next-intl'
import { Time } from '@/components/ui/time'
import { type EscalationPage, isFar, type Next } from '@/lib/escalation/schema'
import type { Formats } from '@/lib/i18n'

type NextMoveProps = {
  next: Next & { people?: NonNullable<EscalationPage['next']>['people'] }
  formats: Formats
  now: Date
  /** Inside a link nothing may take the focus. */
  plain?: boolean
}

/** What the engine does next by itself: "Goes to Marta, 03:14". */
export function NextMove({ next, formats, now, plain }: NextMoveProps) {
  const t = useTranslations('oncall.next_move')
  const names = formats.list((next.people ?? []).map(({ name }) => name))
  const key =
    names && next.move === 'pages_next' ? 'pages_to' : names && next.move === 'assess_ends' ? 'assess_to' : next.move
  return t.rich(key, {
    b: (chunks) => <b>{chunks}</b>,
    people: names,
    when: () => <Time at={next.at} formats={formats} as={isFar(next.at, now) ? 'promise' : 'time'} plain={plain} />,
  })
}
