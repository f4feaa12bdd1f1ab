import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { createTranslator } from 'use-intl/core'
import type { Locale } from '@/lib/i18n/locales'

const folder = path.resolve('lib/i18n/messages')

type Values = Record<string, string | number>

/**
 * The product's own sentences, read from its files: a journey finds a button by the name that people read.
 * `words('it')('sign-in', 'submit')`; the first argument is the namespace's folder. @throws on a key that is not there
 */
export function words(locale: Locale) {
  return (namespace: string, key: string, values?: Values): string => {
    const messages = messagesOf(locale, namespace)
    return createTranslator({ locale, messages, onError: raise, timeZone: 'UTC' })(key as never, values as never)
  }
}

const read = new Map<string, Record<string, never>>()

function messagesOf(locale: Locale, namespace: string): Record<string, never> {
  const file = path.join(folder, namespace, `${locale}.json`)
  const known = read.get(file)
  if (known) return known
  if (!readdirSync(folder).includes(namespace)) throw new Error(`no texts are called ${namespace}`)
  const messages = JSON.parse(readFileSync(file, 'utf8')) as Record<string, never>
  read.set(file, messages)
  return messages
}

function raise(error: Error): never {
  throw error
}
