'use server'

import {
  archiveHeartbeat,
  createAlertKey,
  createHeartbeat,
  pauseHeartbeat,
  renewHeartbeat,
  resumeHeartbeat,
  revokeAlertKey,
  rotateAlertKey,
} from '@/lib/alerts'
import { createHeartbeatInput, createKeyInput, heartbeatInput, keyInput } from '@/lib/alerts/schema'
import { defineAction, keepWritten, showAgain } from '@/lib/web'

/** Fields: name, kind, severity, policyId. Answers the key, this once. */
export const createKeyAction = defineAction({
  schema: createKeyInput,
  side: 'staff',
  run: async (actor, input, { marketplace }) => showAgain(marketplace.slug, await createAlertKey(actor, input)),
})

/** Field: keyId. Answers the new key, this once. */
export const rotateKeyAction = defineAction({
  schema: keyInput,
  side: 'staff',
  run: async (actor, input, { marketplace }) => showAgain(marketplace.slug, await rotateAlertKey(actor, input)),
})

/** Field: keyId. */
export const revokeKeyAction = keepWritten(
  defineAction({
    schema: keyInput,
    side: 'staff',
    run: async (actor, input, { marketplace }) => showAgain(marketplace.slug, await revokeAlertKey(actor, input)),
  }),
  [],
)

/** Fields: name, everySeconds, graceSeconds, severity, policyId. Answers the address's token, this once. */
export const createHeartbeatAction = defineAction({
  schema: createHeartbeatInput,
  side: 'staff',
  run: async (actor, input, { marketplace }) => showAgain(marketplace.slug, await createHeartbeat(actor, input)),
})

/** Field: heartbeatId. Answers the new address's token, this once. */
export const renewHeartbeatAction = defineAction({
  schema: heartbeatInput,
  side: 'staff',
  run: async (actor, input, { marketplace }) => showAgain(marketplace.slug, await renewHeartbeat(actor, input)),
})

/** Field: heartbeatId. */
export const pauseHeartbeatAction = keepWritten(
  defineAction({
    schema: heartbeatInput,
    side: 'staff',
    run: async (actor, input, { marketplace }) => showAgain(marketplace.slug, await pauseHeartbeat(actor, input)),
  }),
  [],
)

/** Field: heartbeatId. */
export const resumeHeartbeatAction = keepWritten(
  defineAction({
    schema: heartbeatInput,
    side: 'staff',
    run: async (actor, input, { marketplace }) => showAgain(marketplace.slug, await resumeHeartbeat(actor, input)),
  }),
  [],
)

/** Field: heartbeatId. */
export const archiveHeartbeatAction = keepWritten(
  defineAction({
    schema: heartbeatInput,
    side: 'staff',
    run: async (actor, input, { marketplace }) => showAgain(marketplace.slug, await archiveHeartbeat(actor, input)),
  }),
  [],
)
