import { type Outcome, ok } from '@/lib/foundation/outcome'
import { formatsFor, translatorFor } from '@/lib/i18n'
import type { NamedOnCall, PreviewWords, SchedulePreview, Stretch } from '@/lib/oncall/schema'
import type { Viewer } from '@/lib/web'
import { lengthOf } from './lengths'

/** How many changes are told one by one. */
const MOST = 12

/** What an edit would do, as the form shows it: in the reader's language, in the schedule's zone. */
export function told(viewer: Viewer, outcome: Outcome<SchedulePreview>): Outcome<PreviewWords> {
  return outcome.ok ? ok(wordsOf(viewer, outcome.value)) : outcome
}

function wordsOf({ locale }: Viewer, preview: SchedulePreview): PreviewWords {
  const t = translatorFor(locale, 'schedule')
  const formats = formatsFor(locale, preview.timeZone)
  const range = ({ from, to }: Stretch) => t('range', { from: formats.promise(from), to: formats.promise(to) })
  const first = ({ primary }: NamedOnCall) => primary?.name ?? t('nobody')
  const behind = ({ others }: NamedOnCall) =>
    others.length > 0 ? formats.list(others.map(({ name }) => name)) : t('nobody')
  const stretches = (all: readonly Stretch[]) =>
    all.slice(0, MOST).map((one) => t('gapLine', { when: range(one), length: lengthOf(t, one) }))
  const { changes, torn, filled, gaps, unreachable } = preview
  return {
    title: changes.length === 0 ? t('effect.none') : t('effect.title', { count: changes.length }),
    changes: changes.slice(0, MOST).map(({ before, after, ...stretch }) => ({
      when: range(stretch),
      before: before.primary?.membershipId === after.primary?.membershipId ? null : first(before),
      after: first(after),
      behind:
        behind(before) === behind(after) ? null : t('effect.behind', { before: behind(before), after: behind(after) }),
      gap: after.primary === null,
    })),
    more: changes.length > MOST ? t('effect.more', { count: changes.length - MOST }) : null,
    torn: { title: t('effect.torn', { count: torn.length }), lines: stretches(torn) },
    filled: { title: t('effect.filled', { count: filled.length }), lines: stretches(filled) },
    gaps: gaps.length > 0 ? t('effect.gaps', { count: gaps.length, first: range(gaps[0] as Stretch) }) : null,
    unreachable:
      unreachable.length > 0
        ? t('effect.unreachable', { people: formats.list(unreachable.map(({ name }) => name)) })
        : null,
  }
}
