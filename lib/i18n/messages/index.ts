// One line per namespace: the folder `<namespace>/` holds a JSON file per language and an index.ts like `frame/`.
export { default as crash } from './crash'
export { default as errors } from './errors'
export { default as frame } from './frame'
export { default as ui } from './ui'
