import type { Asked } from './doorman'
import { marketplaceField, membershipField } from './schema'

/**
 * A form, or an object a client component sent in its place, as the doorman takes it. A name that occurs more than
 * once becomes a list; what Next itself adds (`$ACTION_...`) is left out; files never come this way.
 */
export function readForm(form: FormData | Record<string, unknown>): Asked {
  const fields = form instanceof FormData ? fieldsOf(form) : new Map(Object.entries(form ?? {}))
  const taken = (name: string) => {
    const value = fields.get(name)
    fields.delete(name)
    return typeof value === 'string' && value !== '' ? value : null
  }
  const slug = taken(marketplaceField)
  const membershipId = taken(membershipField)
  return { slug, membershipId, input: Object.fromEntries(fields) }
}

function fieldsOf(form: FormData): Map<string, unknown> {
  const fields = new Map<string, unknown>()
  for (const name of new Set(form.keys())) {
    if (name.startsWith('$ACTION_')) continue
    const values = form.getAll(name)
    fields.set(name, values.length === 1 ? values[0] : values)
  }
  return fields
}
