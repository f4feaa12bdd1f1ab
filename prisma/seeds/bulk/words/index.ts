import type { Locale } from '@/lib/i18n/locales'
import { en } from './en'
import { es } from './es'
import { it } from './it'
import { ptBr } from './pt-br'
import { ru } from './ru'
import type { Words } from './shape'

export const words: Record<Locale, Words> = { en, it, es, ru, 'pt-BR': ptBr }
