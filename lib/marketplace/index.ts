export { foundMarketplace, type NewMarketplace } from './found-marketplace'
export type { Marketplace, MarketplaceSettings } from './schema'
export {
  allMarketplaces,
  marketplaceBySlug,
  marketplaceIds,
  marketplaceOf,
  marketplacesById,
  settingsOf,
} from './views'
