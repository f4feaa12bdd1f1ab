import type { FormDefinition, FormField, Texts } from '@/lib/catalog/schema'

export type FormSeed = FormDefinition & { key: string }

/** One text in the five languages, in this order. */
export function five(en: string, it: string, es: string, ru: string, ptBR: string): Texts {
  return { en, it, es, ru, 'pt-BR': ptBR }
}

export const must = { required: true } as const
export const may = { required: false } as const

/** A field that is asked where `key` was answered with one of `is`. */
export function when(field: FormField, key: string, ...is: string[]): FormField {
  return { ...field, showWhen: { field: key, is } }
}
