// One line per namespace: the folder `<namespace>/` holds a JSON file per language and an index.ts like `frame/`.
export { default as crash } from './crash'
export { default as errors } from './errors'
export { default as frame } from './frame'
export { default as mail } from './mail'
export { default as members } from './members'
export { default as refusals } from './refusals'
export { default as signIn } from './sign-in'
export { default as ui } from './ui'
