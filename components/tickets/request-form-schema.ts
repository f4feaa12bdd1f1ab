import * as z from 'zod/mini'
import { MOST_FILES } from '@/lib/attachments/schema'
import { body, CONDITIONS, openTicketInput, subject } from '@/lib/tickets/schema'

/* The forms of a request as a browser sends them, with and without script: flat fields, files as repeated ids. */

const id = z.uuid()
const key = z.string().check(z.minLength(1), z.maxLength(80))
const ids = z.optional(z.union([id, z.array(id).check(z.maxLength(MOST_FILES, 'too_many_files'))]))

function listed(value: string | string[] | undefined): string[] {
  return value === undefined ? [] : [value].flat()
}

/** Answers to the topic's own fields come as `field.KEY`; they are put together before anything looks at them. */
const gathered = z.transform((form: unknown) => {
  const entries = Object.entries(form && typeof form === 'object' ? form : {})
  const isOwn = ([name]: [string, unknown]) => name.startsWith('field.')
  const fields = entries.filter(isOwn).map(([name, value]) => [name.slice('field.'.length), value])
  const rest = Object.fromEntries(entries.filter((entry) => !isOwn(entry)))
  return fields.length > 0 ? { ...rest, fields: Object.fromEntries(fields) } : rest
})

/** Fields of a new request; what comes out is what `openTicket` takes. */
export const openTicketForm = z.pipe(
  gathered,
  z.pipe(
    z.strictObject({
      submissionKey: id,
      topicId: id,
      subject,
      body,
      condition: z.optional(z.enum(CONDITIONS)),
      attachmentIds: ids,
      fields: openTicketInput.shape.fields,
      preflight: z.optional(z.union([key, z.array(key).check(z.maxLength(100))])),
      followsId: z.optional(id),
    }),
    z.transform(({ condition, attachmentIds, preflight, ...rest }) => ({
      ...rest,
      attachmentIds: listed(attachmentIds),
      ...(preflight === undefined ? {} : { preflight: listed(preflight) }),
      ...(condition ? { claim: { condition } } : {}),
    })),
  ),
)
