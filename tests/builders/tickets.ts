import { randomUUID } from 'node:crypto'
import { receiveUpload } from '@/lib/attachments'
import type { Actor, PartnerActor } from '@/lib/authz'
import { openTicket, openTicketInput, replyInput } from '@/lib/tickets'

/** A form as the page would send it, parsed as the door would parse it. */
export function requestForm(topicId: string, more: Record<string, unknown> = {}) {
  return openTicketInput.parse({
    submissionKey: randomUUID(),
    topicId,
    subject: 'The feed has stopped',
    body: 'Since this morning no product is updated.',
    ...more,
  })
}

export function replyForm(ticketId: string, more: Record<string, unknown> = {}) {
  return replyInput.parse({ submissionKey: randomUUID(), ticketId, body: 'One more detail.', ...more })
}

/** Opens a ticket that must succeed. */
export async function opened(actor: PartnerActor, topicId: string, more: Record<string, unknown> = {}) {
  const outcome = await openTicket(actor, requestForm(topicId, more))
  if (!outcome.ok) throw new Error(`not opened: ${outcome.why}`)
  return outcome.value
}

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** The smallest picture, grown to `bytes` by zeros after its end. */
export function picture(bytes = PNG.length): Buffer {
  return Buffer.concat([PNG, Buffer.alloc(Math.max(0, bytes - PNG.length))])
}

/** A multipart request with one file, as a browser makes it. */
export function uploadRequest(name: string, content: Buffer, type = 'application/octet-stream'): Request {
  const form = new FormData()
  form.append('file', new File([new Uint8Array(content)], name, { type }))
  return new Request('http://localhost/nova/api/uploads', { method: 'POST', body: form })
}

/** Uploads a file that must be taken, and answers its id. */
export async function uploaded(actor: Actor, name = 'screen.png', content = picture()): Promise<string> {
  const outcome = await receiveUpload(actor, uploadRequest(name, content))
  if (!outcome.ok) throw new Error(`not taken: ${outcome.why}`)
  return outcome.value.id
}
