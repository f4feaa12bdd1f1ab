export { articleBlocks } from './article-blocks'
export * from './schema'
export { articleBySlug, articleList } from './views'
