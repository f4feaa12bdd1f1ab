import { createTranslator } from 'use-intl/core'
import type { Locale } from './locales'
import { messagesFor, type Namespace } from './messages'

/**
 * The texts of one namespace in one language, for code that is not a page: mails, route handlers, the worker.
 * `translatorFor('ru', 'frame')('nav.requests')`. Throws on a missing key: that is a bug, and a test finds it first.
 */
export function translatorFor<Name extends Namespace>(locale: Locale, namespace: Name) {
  return createTranslator({ locale, messages: messagesFor(locale), namespace, onError: raise, timeZone: 'UTC' })
}

function raise(error: Error): never {
  throw error
}
