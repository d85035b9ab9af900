import { moneyText, type Reader, wholeAddress } from '#platform/i18n';
import type { FeedItem } from '#platform/rss';
import { servicePath } from '../catalogue-paths.ts';
import type { NewService } from '../listing/list-newest.ts';
import { catalogueWords } from '../locales/index.ts';
import { plainSummary } from './rich-text-blocks.ts';

/** A service as a feed tells of it; `coverPath` is the address of its picture on this site. */
export function feedItem(
  given: { reader: Reader; origin: string },
  service: NewService,
  coverPath: string | undefined,
): FeedItem {
  const { reader, origin } = given;
  const words = catalogueWords(reader).feed;
  const price = moneyText(reader, service.priceMinor, { trimZeros: true });
  return {
    title: service.title,
    address: wholeAddress(origin, reader.locale, servicePath(service.number, service.title)),
    id: `${origin}/services/${service.number}`,
    summary: `${words.terms(price, service.deliveryDays)} ${plainSummary(service.description, 400)}`,
    author: service.sellerName,
    at: service.publishedAt,
    picture: coverPath && origin + coverPath,
  };
}
