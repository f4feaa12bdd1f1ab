'use server'

import { usesOfPolicy } from '@/lib/alerts'
import {
  addEndpoint,
  archivePolicy,
  disableEndpoint,
  enableEndpoint,
  makeDefaultPolicy,
  previewPolicy,
  rotateEndpoint,
  savePolicy,
  testEndpoint,
} from '@/lib/escalation'
import {
  addEndpointInput,
  endpointInput,
  policyInput,
  previewPolicyInput,
  savePolicyInput,
} from '@/lib/escalation/schema'
import { defineAction, keepWritten, leadTo, showAgain } from '@/lib/web'

/** Fields: policyId (absent: a new one), version, direction, severity, definition (JSON). Leads to the policy. */
export const savePolicyAction = keepWritten(
  defineAction({
    schema: savePolicyInput,
    side: 'staff',
    run: async (actor, input, { marketplace: { slug } }) =>
      leadTo(showAgain(slug, await savePolicy(actor, input)), ({ policyId }) => `/${slug}/oncall/policies/${policyId}`),
  }),
  [],
)

/** Fields: direction, severity, definition (JSON). Writes nothing: what it would do, and what to beware of. */
export const previewPolicyAction = defineAction({
  schema: previewPolicyInput,
  side: 'staff',
  run: (actor, input, { viewer }) => previewPolicy(actor, input, viewer.locale),
})

/** Field: policyId. */
export const makeDefaultPolicyAction = keepWritten(
  defineAction({
    schema: policyInput,
    side: 'staff',
    run: async (actor, input, { marketplace }) => showAgain(marketplace.slug, await makeDefaultPolicy(actor, input)),
  }),
  [],
)

/** Field: policyId. Leads back to the list. */
export const archivePolicyAction = keepWritten(
  defineAction({
    schema: policyInput,
    side: 'staff',
    run: async (actor, input, { marketplace: { slug } }) =>
      leadTo(showAgain(slug, await archivePolicy(actor, input, usesOfPolicy)), () => `/${slug}/oncall/policies`),
  }),
  [],
)

/** Fields: name, url. Answers the signing secret, once. */
export const addEndpointAction = keepWritten(
  defineAction({
    schema: addEndpointInput,
    side: 'staff',
    run: async (actor, input, { marketplace }) => showAgain(marketplace.slug, await addEndpoint(actor, input)),
  }),
  ['name', 'url'],
)

/** Field: endpointId. Answers the new signing secret, once. */
export const rotateEndpointAction = keepWritten(
  defineAction({
    schema: endpointInput,
    side: 'staff',
    run: async (actor, input, { marketplace }) => showAgain(marketplace.slug, await rotateEndpoint(actor, input)),
  }),
  [],
)

/** Field: endpointId. */
export const disableEndpointAction = keepWritten(
  defineAction({
    schema: endpointInput,
    side: 'staff',
    run: async (actor, input, { marketplace }) => showAgain(marketplace.slug, await disableEndpoint(actor, input)),
  }),
  [],
)

/** Field: endpointId. */
export const enableEndpointAction = keepWritten(
  defineAction({
    schema: endpointInput,
    side: 'staff',
    run: async (actor, input, { marketplace }) => showAgain(marketplace.slug, await enableEndpoint(actor, input)),
  }),
  [],
)

/** Field: endpointId. A test is a message like any other: its fate stands in the list. */
export const testEndpointAction = keepWritten(
  defineAction({
    schema: endpointInput,
    side: 'staff',
    run: async (actor, input, { marketplace }) => showAgain(marketplace.slug, await testEndpoint(actor, input)),
  }),
  [],
)
