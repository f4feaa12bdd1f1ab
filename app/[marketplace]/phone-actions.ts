'use server'

import {
  addMethod,
  addPush,
  answerTest,
  linesOf,
  removeMethod,
  renameMethod,
  saveRules,
  sendCode,
  testPhone,
  verifyMethod,
} from '@/lib/contacts'
import {
  addMethodInput,
  codeInput,
  methodInput,
  pushInput,
  receivedInput,
  renameInput,
  rulesInput,
  testInput,
} from '@/lib/contacts/schema'
import { defineAction, keepWritten, showAgain } from '@/lib/web'

/** Fields: channel, address, label. */
export const addMethodAction = keepWritten(
  defineAction({
    schema: addMethodInput,
    side: 'either',
    run: async (actor, input, { marketplace }) => showAgain(marketplace.slug, await addMethod(actor, input)),
  }),
  ['channel', 'address', 'label'],
)

/** Fields: endpoint, p256dh, auth of this browser's subscription, and label. */
export const addPushAction = defineAction({
  schema: pushInput,
  side: 'either',
  run: async (actor, input, { marketplace }) => showAgain(marketplace.slug, await addPush(actor, input)),
})

/** Field: methodId. */
export const sendCodeAction = keepWritten(
  defineAction({
    schema: methodInput,
    side: 'either',
    run: async (actor, input, { marketplace }) => showAgain(marketplace.slug, await sendCode(actor, input)),
  }),
  [],
)

/** Fields: methodId, code. */
export const verifyMethodAction = keepWritten(
  defineAction({
    schema: codeInput,
    side: 'either',
    run: async (actor, input, { marketplace }) => showAgain(marketplace.slug, await verifyMethod(actor, input)),
  }),
  ['code'],
)

/** Field: methodId. */
export const removeMethodAction = keepWritten(
  defineAction({
    schema: methodInput,
    side: 'either',
    run: async (actor, input, { marketplace }) => showAgain(marketplace.slug, await removeMethod(actor, input)),
  }),
  [],
)

/** Fields: methodId, label. */
export const renameMethodAction = keepWritten(
  defineAction({
    schema: renameInput,
    side: 'either',
    run: async (actor, input, { marketplace }) => showAgain(marketplace.slug, await renameMethod(actor, input)),
  }),
  ['label'],
)

/** Fields: method, delay and severity, once for each line; change, when a button of a line was pressed. */
export const saveRulesAction = keepWritten(
  defineAction({
    schema: rulesInput,
    side: 'either',
    run: async (actor, input, { marketplace }) =>
      showAgain(marketplace.slug, await saveRules(actor, { lines: linesOf(input), change: input.change })),
  }),
  [],
)

/** Field: methodId; without it all that can be tested. */
export const testPhoneAction = keepWritten(
  defineAction({
    schema: testInput,
    side: 'either',
    run: async (actor, input, { marketplace }) => showAgain(marketplace.slug, await testPhone(actor, input)),
  }),
  [],
)

/** Fields: methodId, testId, received ('yes' or 'no'). */
export const answerTestAction = keepWritten(
  defineAction({
    schema: receivedInput,
    side: 'either',
    run: async (actor, input, { marketplace }) => showAgain(marketplace.slug, await answerTest(actor, input)),
  }),
  [],
)
