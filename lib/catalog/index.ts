export * from './schema'
export { type Topic, topicById, topicNames, topicTree } from './views'
