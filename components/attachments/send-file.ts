import type { FileView } from '@/lib/attachments/schema'

/** How one upload ended: `told` is the server's own sentence, already in the reader's language. */
export type Sending =
  | { ok: true; file: FileView }
  | { ok: false; fault: 'connection' | 'server' | 'cancelled'; told?: undefined }
  | { ok: false; fault: 'refused'; told: string }

/**
 * Sends one file by itself, so that only that file fails when it fails. XMLHttpRequest, because fetch cannot tell how
 * much has gone out. `progress` is told whole percents.
 */
export function sendFile(
  address: string,
  file: File,
  progress: (percent: number) => void,
): { done: Promise<Sending>; stop: () => void } {
  const request = new XMLHttpRequest()
  const done = new Promise<Sending>((settle) => {
    request.upload.addEventListener('progress', ({ loaded, total, lengthComputable }) => {
      if (lengthComputable) progress(Math.floor((loaded / total) * 100))
    })
    request.addEventListener('load', () => settle(answered(request)))
    request.addEventListener('error', () => settle({ ok: false, fault: 'connection' }))
    request.addEventListener('abort', () => settle({ ok: false, fault: 'cancelled' }))
  })
  const form = new FormData()
  form.append('file', file)
  request.open('POST', address)
  request.send(form)
  return { done, stop: () => request.abort() }
}

/**
 * Takes back a file that was sent and is not wanted after all. Not waited for: should it fail, the file goes when no
 * message came to carry it. `address` is where it was sent to.
 */
export function withdrawFile(address: string, id: string): void {
  const place = address.replace('/api/uploads', `/api/attachments/${id}`)
  void fetch(place, { method: 'DELETE', keepalive: true }).catch(() => undefined)
}

function answered({ status, responseText }: XMLHttpRequest): Sending {
  try {
    const answer = JSON.parse(responseText) as { file?: FileView; message?: string }
    if (status === 201 && answer.file) return { ok: true, file: answer.file }
    if (answer.message) return { ok: false, fault: 'refused', told: answer.message }
  } catch {
    // Not ours: a proxy's page, or nothing at all.
  }
  return { ok: false, fault: 'server' }
}
