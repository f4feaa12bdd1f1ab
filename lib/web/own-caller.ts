import { type IncomingMessage, Server } from 'node:http'

/**
 * Without a proxy in front of us X-Forwarded-For is whatever the caller wrote, and Next believes it: a stranger could
 * seem to come from a new place at each guess. From now on the header of every request says who is connected.
 */
export function tellOwnCaller(): void {
  const emit = Server.prototype.emit
  Server.prototype.emit = function (event: string | symbol, ...given: unknown[]): boolean {
    if (event === 'request') {
      const { headers, socket } = given[0] as IncomingMessage
      headers['x-forwarded-for'] = socket.remoteAddress ?? 'unknown'
    }
    return Reflect.apply(emit, this, [event, ...given])
  }
}
