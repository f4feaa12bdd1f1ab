import * as z from 'zod/mini'

export { DRAFT_LARGEST, type DraftView, isBlank, isPlaceOf, sameWritten, type Written } from './written'

/** What the database cannot keep: NUL, and halves of a character. */
const keepable = z.pipe(
  z.string(),
  z.transform((text) => text.toWellFormed().replaceAll('\0', '')),
)
const name = z.string().check(z.regex(/^[\w.:-]{1,80}$/))

/** `version` is the one that the writer had before her; 0: she saw none. */
export const saveDraftInput = z.strictObject({
  written: z.record(name, z.union([keepable, z.array(keepable).check(z.maxLength(100))])),
  version: z.int().check(z.gte(0), z.lt(2 ** 31 - 1)),
})

export type SaveDraftInput = z.output<typeof saveDraftInput> & { place: string }
