import { afterEach, beforeEach, expect } from 'vitest'

// Unexpected console output fails the test that made it. Exact lines that may appear, each with its reason:
const allowed: readonly string[] = []

const methods = ['log', 'info', 'warn', 'error', 'debug'] as const
const originals = methods.map((method) => console[method])
let heard: string[] = []

beforeEach(() => {
  heard = []
  for (const method of methods) {
    console[method] = (...parts: unknown[]) => {
      const line = parts.map(String).join(' ')
      if (!allowed.includes(line)) heard.push(`${method}: ${line}`)
    }
  }
})

afterEach(() => {
  methods.forEach((method, index) => {
    const original = originals[index]
    if (original) console[method] = original
  })
  expect(heard, 'unexpected console output').toEqual([])
})
