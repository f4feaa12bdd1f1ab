import { productForms } from './forms/products'
import type { FormSeed } from './forms/shape'
import { technologyForms } from './forms/technology'
import { tradeForms } from './forms/trade'

/** What a new marketplace asks on its topics; a topic names its form by key. Data: each changes its own copy. */
export const forms: readonly FormSeed[] = [...productForms, ...tradeForms, ...technologyForms]
