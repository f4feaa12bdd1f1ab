import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One request that arrived: what the world saw, whatever the database says. */
export type Knock = {
  /** Milliseconds since the epoch, on this machine's clock. */
  at: number
  path: string
  headers: Record<string, string>
  body: string
  /** The body as it came; not told when the knock is written down. */
  readonly bytes: Buffer
}

/** How a path answers: a status, or after so many milliseconds; `hang` never does, `drop` breaks the connection. */
export type HttpMood =
  | 'accept'
  | 'hang'
  | 'drop'
  | { late: number }
  | { status: number; headers?: Record<string, string> }

export type HttpReceiver = {
  url: string
  port: number
  knocks(path?: string): Knock[]
  /** How all paths, or one, answer from now on. */
  mood(mood: HttpMood, path?: string): void
  close(): Promise<void>
}

/** A real HTTP server that keeps every request before it answers it: nothing is counted that was not taken. */
export async function startHttpReceiver(heard: (knock: Knock) => void = () => undefined): Promise<HttpReceiver> {
  const knocks: Knock[] = []
  const moods = new Map<string, HttpMood>()
  let everybody: HttpMood = 'accept'

  const server = createServer(async (request, response) => {
    const bytes = await bodyOf(request).catch(() => null)
    // A sender that is killed in the middle of a request has sent none.
    if (bytes === null) return
    const path = request.url ?? '/'
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
    const said = { at: Date.now(), path, headers, body: bytes.toString('utf8') }
    const knock = Object.defineProperty(said as Knock, 'bytes', { value: bytes, enumerable: false })
    knocks.push(knock)
    heard(knock)
    answer(response, moods.get(path) ?? everybody)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    knocks: (path) => (path ? knocks.filter((knock) => knock.path === path) : [...knocks]),
    mood(mood, path) {
      if (path) moods.set(path, mood)
      else everybody = mood
    },
    async close() {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

function answer(response: ServerResponse, mood: HttpMood): void {
  if (mood === 'hang') return
  if (mood === 'drop') {
    response.destroy()
  } else if (mood === 'accept') {
    response.writeHead(204).end()
  } else if ('late' in mood) {
    setTimeout(() => response.writeHead(204).end(), mood.late)
  } else {
    response.writeHead(mood.status, mood.headers).end('no')
  }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts)
}
