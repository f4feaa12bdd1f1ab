import { newId } from '@/lib/foundation/ids'
import type { Action } from './define-action'
import { idle, type KeptState } from './schema'

/**
 * An action that hands back the named fields as they were typed, so that a refusal loses nothing, and a fresh key for
 * the next sending. Never name a password. `lists` says which further names may occur more than once.
 */
export function keepWritten<Value>(action: Action<Value>, names: readonly string[], lists?: (name: string) => boolean) {
  return async (_previous: KeptState<unknown>, form: FormData): Promise<KeptState<Value>> => ({
    ...(await action(idle, form)),
    written: writtenIn(form, names),
    ...(lists && { lists: listsIn(form, lists) }),
    fresh: newId(),
  })
}

function writtenIn(form: FormData, names: readonly string[]): Record<string, string> {
  const texts = names.map((name) => [name, form.get(name)] as const)
  return Object.fromEntries(texts.filter((text): text is [string, string] => typeof text[1] === 'string'))
}

function listsIn(form: FormData, wanted: (name: string) => boolean): Record<string, string[]> {
  const names = [...new Set(form.keys())].filter(wanted)
  return Object.fromEntries(
    names.map((name) => [name, form.getAll(name).filter((value): value is string => typeof value === 'string')]),
  )
}
