// Free ports.
import { connect, createServer } from 'node:net'

/** Whether something answers on that port of this machine, on either family: a browser asks ::1 first. */
async function answers(port, host) {
  return new Promise((resolve) => {
    const socket = connect({ port, host, timeout: 500 })
    const end = (taken) => () => {
      socket.destroy()
      resolve(taken)
    }
    socket.once('connect', end(true)).once('error', end(false)).once('timeout', end(false))
  })
}

function canListen(port, host) {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)))
  })
}

export async function isTaken(port, host = '127.0.0.1') {
  return !(await canListen(port, host)) || (await answers(port, '::1')) || answers(port, '127.0.0.1')
}

/** The first free port from `from` on; never one of `besides`. */
export async function firstFree(from, { host, besides = [] } = {}) {
  for (let port = from; port < Math.min(from + 200, 65_536); port++)
    if (!besides.includes(port) && !(await isTaken(port, host))) return port
  return anyFree()
}

/** A free port of the system's choice. */
export function anyFree() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen({ port: 0, host: '127.0.0.1' }, () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}
