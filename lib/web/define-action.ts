import { answerWrite, type Definition, type Door, demandStrict, type Schema } from './doorman'
import { knock } from './knock'
import { readForm } from './read-form'
import type { ActionState } from './schema'

export type Action<Value> = (
  previous: ActionState<unknown>,
  form: FormData | Record<string, unknown>,
) => Promise<ActionState<Value>>

/**
 * A server action for `useActionState`, exported from a 'use server' file. `side` says who may knock, `run` calls one
 * use case and nothing else. The form names its marketplace and, where somebody is signed in, its membership in
 * hidden fields (`lib/web/schema.ts`); the schema sees what remains and must be strict.
 */
export function defineAction<S extends Schema, D extends Door, Value>(
  definition: Definition<S, D, Value>,
): Action<Value> {
  demandStrict(definition.schema)
  return async (_previous, form) => answerWrite(definition, await knock(), readForm(form))
}
