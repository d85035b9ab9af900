import { codeAndGrowthSellers } from './members/code-and-growth.ts';
import { languageAndDesignSellers } from './members/language-and-design.ts';
import { mediaAndAdviceSellers } from './members/media-and-advice.ts';
import { teachingAndBusinessSellers } from './members/teaching-and-business.ts';
import type { SellerContent } from './shapes.ts';

export { buyers } from './members/buyers.ts';

/** Everyone who sells in the world. */
export const sellers: readonly SellerContent[] = [
  ...languageAndDesignSellers,
  ...mediaAndAdviceSellers,
  ...codeAndGrowthSellers,
  ...teachingAndBusinessSellers,
];
