import * as z from 'zod/mini'

/** Whether members read all requests of their company or their own (decision 9). */
export const seesSchema = z.strictObject({ sees: z.enum(['all', 'own'], { error: 'required' }) })
