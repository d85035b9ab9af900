export { type SaidOfCard, ServiceGrid, type ServiceGridProps } from './fragments/service-grid.tsx';
export { feedItem } from './fragments/feed-item.ts';
export { RichText } from './fragments/rich-text.tsx';
export { ListingView, type ListingViewProps } from './fragments/listing-page.tsx';
export { countWithin } from './fragments/listing-filters.tsx';
export { catalogueWords } from './locales/index.ts';
