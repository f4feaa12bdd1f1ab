import type { PolicyChoices, PolicyTarget } from '@/lib/escalation/schema'
import { fill } from '@/lib/i18n/fill'
import type { EditorWords } from './editor-words'

export type TargetChoice = { value: string; label: string }
export type TargetGroup = { label: string; choices: TargetChoice[] }

/** What may be told, in the groups of a list. The partner's contacts belong to policies by which partners are called. */
export function targetGroups(choices: PolicyChoices, isOut: boolean, words: EditorWords): TargetGroup[] {
  const groups: TargetGroup[] = [
    {
      label: words.groups,
      choices: [
        ...(isOut ? [{ value: 'partner_contacts', label: words.contacts }] : []),
        { value: 'leads', label: words.leads },
        { value: 'consultant', label: words.consultant },
      ],
    },
    {
      label: words.schedules,
      choices: choices.schedules.map(({ id, name }) => ({ value: `schedule:${id}`, label: name })),
    },
    {
      label: words.people,
      choices: choices.people.map(({ membershipId, name, reachable }) => ({
        value: `user:${membershipId}`,
        label: reachable ? name : fill(words.unreachable, { name }),
      })),
    },
    {
      label: words.webhooks,
      choices: choices.endpoints.map(({ id, name, disabled }) => ({
        value: `webhook:${id}`,
        label: disabled ? fill(words.off, { name }) : name,
      })),
    },
  ]
  return groups.filter((group) => group.choices.length > 0)
}

/** The value by which a list knows a target. */
export function choiceOf(target: PolicyTarget): string {
  if (target.kind === 'user') return `user:${target.membershipId}`
  if (target.kind === 'schedule') return `schedule:${target.scheduleId}`
  if (target.kind === 'webhook') return `webhook:${target.endpointId}`
  return target.kind
}

export function targetOf(value: string): PolicyTarget {
  const [kind, id = ''] = value.split(':')
  if (kind === 'user') return { kind, membershipId: id }
  if (kind === 'schedule') return { kind, scheduleId: id }
  if (kind === 'webhook') return { kind, endpointId: id }
  return kind === 'consultant' || kind === 'partner_contacts' ? { kind } : { kind: 'leads' }
}

/** What a target is called in the form. */
export function labelOf(target: PolicyTarget, groups: readonly TargetGroup[], words: EditorWords): string {
  if (target.kind === 'partner_contacts' && target.minSeverity)
    return fill(words.contactsFrom, { severity: target.minSeverity })
  const value = choiceOf(target)
  return groups.flatMap(({ choices }) => choices).find((choice) => choice.value === value)?.label ?? words.gone
}
