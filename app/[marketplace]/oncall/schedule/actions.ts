'use server'

import { z } from 'zod/mini'
import { usesOfSchedule } from '@/lib/escalation'
import type { Outcome, Refused } from '@/lib/foundation/outcome'
import {
  addOverride,
  archiveSchedule,
  askForCover,
  chooseDefaultSchedule,
  createSchedule,
  deleteOverride,
  editLayer,
  endLayer,
  localInstant,
  previewSchedule,
  renameSchedule,
  renewFeed,
  setDutyHours,
  takeCover,
  withdrawCover,
} from '@/lib/oncall'
import {
  askCoverInput,
  coverInput,
  endLayerInput,
  hoursInput,
  layerInput,
  newScheduleInput,
  overrideIdInput,
  overrideInput,
  renameScheduleInput,
  scheduleInput,
} from '@/lib/oncall/schema'
import { defineAction, keepWritten, leadTo, showAgain } from '@/lib/web'
import { told } from './preview-words'

/** A form is sent twice: to be told what it would do, then to do it. */
const intent = { intent: z.enum(['preview', 'save']) }

/** Back to the schedule's edit, which shows what it has become; a refusal stays. */
const saved = (slug: string, outcome: Outcome<{ scheduleId: string }>) =>
  leadTo(
    showAgain(slug, outcome),
    ({ scheduleId }) => `/${slug}/oncall/schedule/edit?schedule=${scheduleId}`,
  ) as Refused<string>

const typed = ['name', 'kind', 'length', 'anchor', 'from', 'to', 'add', 'remove', 'note', 'askedId', 'timeZone']
const hours = ['begin1', 'end1', 'begin2', 'end2', 'begin3', 'end3']
const isList = (name: string) => name === 'participants' || /^days\d$/.test(name)

/** Fields: scheduleId, stamp, rotationId (empty: a new layer), name, kind, length, anchor, participants, from, intent. */
export const layerAction = keepWritten(
  defineAction({
    schema: z.extend(layerInput, intent),
    side: 'staff',
    run: async (actor, { intent, ...input }, { marketplace, viewer }) =>
      intent === 'preview'
        ? told(viewer, await previewSchedule(actor, { kind: 'layer', input }))
        : saved(marketplace.slug, await editLayer(actor, input)),
  }),
  typed,
  isList,
)

/** Fields: scheduleId, stamp, rotationId, from, intent. */
export const endLayerAction = keepWritten(
  defineAction({
    schema: z.extend(endLayerInput, intent),
    side: 'staff',
    run: async (actor, { intent, ...input }, { marketplace, viewer }) =>
      intent === 'preview'
        ? told(viewer, await previewSchedule(actor, { kind: 'end_layer', input }))
        : saved(marketplace.slug, await endLayer(actor, input)),
  }),
  typed,
)

/** Fields: scheduleId, stamp, rotationId (empty: all layers), from, three lines of days, begin and end, intent. */
export const hoursAction = keepWritten(
  defineAction({
    schema: z.extend(hoursInput, intent),
    side: 'staff',
    run: async (actor, { intent, ...input }, { marketplace, viewer }) =>
      intent === 'preview'
        ? told(viewer, await previewSchedule(actor, { kind: 'hours', input }))
        : saved(marketplace.slug, await setDutyHours(actor, input)),
  }),
  [...typed, ...hours],
  isList,
)

/** Fields: scheduleId, add, remove (one of them may be empty), from (empty: now), to, intent. */
export const overrideAction = keepWritten(
  defineAction({
    schema: z.extend(overrideInput, intent),
    side: 'staff',
    run: async (actor, { intent, ...input }, { marketplace, viewer }) =>
      intent === 'preview'
        ? told(viewer, await previewSchedule(actor, { kind: 'override', input }))
        : saved(marketplace.slug, await addOverride(actor, input)),
  }),
  typed,
)

/** Fields: scheduleId, overrideId, intent. */
export const endOverrideAction = keepWritten(
  defineAction({
    schema: z.extend(overrideIdInput, intent),
    side: 'staff',
    run: async (actor, { intent, ...input }, { marketplace, viewer }) =>
      intent === 'preview'
        ? told(viewer, await previewSchedule(actor, { kind: 'end_override', input }))
        : saved(marketplace.slug, await deleteOverride(actor, input)),
  }),
  typed,
)

/** Fields: name, timeZone. */
export const newScheduleAction = keepWritten(
  defineAction({
    schema: newScheduleInput,
    side: 'staff',
    run: async (actor, input, { marketplace }) => saved(marketplace.slug, await createSchedule(actor, input)),
  }),
  typed,
)

/** Fields: scheduleId, name. */
export const renameScheduleAction = keepWritten(
  defineAction({
    schema: renameScheduleInput,
    side: 'staff',
    run: async (actor, input, { marketplace }) => showAgain(marketplace.slug, await renameSchedule(actor, input)),
  }),
  typed,
)

/** Field: scheduleId. */
export const defaultScheduleAction = keepWritten(
  defineAction({
    schema: scheduleInput,
    side: 'staff',
    run: async (actor, input, { marketplace }) =>
      showAgain(marketplace.slug, await chooseDefaultSchedule(actor, input)),
  }),
  [],
)

/** Field: scheduleId. */
export const archiveScheduleAction = keepWritten(
  defineAction({
    schema: scheduleInput,
    side: 'staff',
    run: async (actor, input, { marketplace }) =>
      leadTo(
        showAgain(marketplace.slug, await archiveSchedule(actor, input, usesOfSchedule)),
        () => `/${marketplace.slug}/oncall/schedule`,
      ),
  }),
  [],
)

/** Fields: scheduleId, askedId (empty: anybody), from and to on the reader's own wall, note. */
export const askCoverAction = keepWritten(
  defineAction({
    schema: askCoverInput,
    side: 'staff',
    run: async (actor, { from, to, ...input }, { marketplace, viewer }) => {
      const stretch = { from: at(viewer.timeZone, from, 'start'), to: at(viewer.timeZone, to, 'end') }
      const outcome = showAgain(marketplace.slug, await askForCover(actor, { ...input, ...stretch }))
      return leadTo(outcome, () => `/${marketplace.slug}/oncall/schedule?schedule=${input.scheduleId}`)
    },
  }),
  typed,
)

/** Field: coverId. */
export const takeCoverAction = keepWritten(
  defineAction({
    schema: coverInput,
    side: 'staff',
    run: async (actor, input, { marketplace }) => showAgain(marketplace.slug, await takeCover(actor, input)),
  }),
  [],
)

/** Field: coverId. */
export const withdrawCoverAction = keepWritten(
  defineAction({
    schema: coverInput,
    side: 'staff',
    run: async (actor, input, { marketplace }) => showAgain(marketplace.slug, await withdrawCover(actor, input)),
  }),
  [],
)

/** Field: scheduleId: the actor's own calendar addresses, made anew. */
export const renewFeedAction = keepWritten(
  defineAction({
    schema: scheduleInput,
    side: 'staff',
    run: async (actor, input, { marketplace }) => {
      const outcome = showAgain(marketplace.slug, await renewFeed(actor, input))
      return outcome.ok ? { ok: true, value: null } : outcome
    },
  }),
  [],
)

/** The schema has made sure that it is a local time. */
function at(zone: string, text: string, edge: 'start' | 'end'): Date {
  return localInstant(zone, text, edge) ?? new Date(Number.NaN)
}
