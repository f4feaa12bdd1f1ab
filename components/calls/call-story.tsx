import { useTranslations } from 'next-intl'
import { History } from '@/components/ui/history'
import { Time } from '@/components/ui/time'
import type { Tone } from '@/components/ui/tone'
import type { CalledPerson, CallStep } from '@/lib/escalation/schema'
import type { Formats } from '@/lib/i18n'

const tones: Record<CallStep['kind'], Tone> = {
  opened: 'urgent',
  called: 'wait',
  reminded: 'wait',
  told_staff: 'urgent',
  taken: 'open',
  let_go: 'urgent',
  noted: 'answered',
  raised: 'urgent',
  repeated: 'urgent',
  fixed: 'done',
  ended: 'done',
  muted: 'closed',
  left_out: 'closed',
}

type CallStoryProps = { steps: readonly CallStep[]; marketplace: string; formats: Formats }

/** What happened to a call, oldest first, and whom of the company it told. Server only. */
export function CallStory({ steps, marketplace, formats }: CallStoryProps) {
  const t = useTranslations('calls')
  const channels = useTranslations('escalation.channel')
  const person = ({ name, channel, status }: CalledPerson) =>
    t(status === 'FAILED' || status === 'DEAD' ? 'step.unsent' : 'step.person', { name, channel: channels(channel) })
  const severity = (text: string | null) =>
    text === 'P0' || text === 'P1' || text === 'P2' ? t(`severity.${text}`) : ''
  return (
    <History
      steps={steps.map(({ key, kind, at, by, people, text }) => ({
        key,
        tone: tones[kind],
        what: t(`step.${kind === 'opened' && by === null ? 'openedBySystem' : kind}`, {
          name: by ?? marketplace,
          marketplace,
          people: formats.list([...new Set(people.map(person))]),
          severity: severity(text),
        }),
        when: <Time at={at} formats={formats} as="exact" />,
        detail:
          kind === 'noted' ? (
            <p className="mt-1 max-w-prose whitespace-pre-wrap break-words border-brand border-l-2 pl-3 text-14 text-ink">
              {text}
            </p>
          ) : undefined,
      }))}
    />
  )
}
