import type { Level } from '#trust';

/** What a list shows of a service. Prices in USD cents, ratings in hundredths (490 is 4.9). */
export interface ServiceCardData {
  serviceId: string;
  number: number;
  title: string;
  leafKey: string;
  groupKey: string;
  priceMinor: bigint;
  deliveryDays: number;
  coverFileId: string | undefined;
  sellerId: string;
  sellerName: string;
  sellerHandle: string;
  sellerLevel: Level;
  salesCount: number;
  ratingCount: number;
  ratingHundredths: number;
}

/** A card as PostgreSQL writes it into JSON. */
export interface CardJson {
  service_id: string;
  number: number;
  title: string;
  leaf_key: string;
  group_key: string;
  price_minor: number | bigint;
  delivery_days: number;
  cover_file_id: string | null;
  seller_id: string;
  seller_name: string;
  seller_handle: string;
  seller_level: Level;
  sales_count: number;
  rating_count: number;
  rating_hundredths: number;
}

export const cardColumns = `service_id, number, title, leaf_key, group_key, price_minor,
  delivery_days, cover_file_id, seller_id, seller_name, seller_handle, seller_level,
  sales_count, rating_count, rating_hundredths`;

/** Reads a card out of a row or its JSON. */
export function readCard(row: CardJson): ServiceCardData {
  return {
    serviceId: row.service_id,
    number: row.number,
    title: row.title,
    leafKey: row.leaf_key,
    groupKey: row.group_key,
    priceMinor: BigInt(row.price_minor),
    deliveryDays: row.delivery_days,
    coverFileId: row.cover_file_id ?? undefined,
    sellerId: row.seller_id,
    sellerName: row.seller_name,
    sellerHandle: row.seller_handle,
    sellerLevel: row.seller_level,
    salesCount: row.sales_count,
    ratingCount: row.rating_count,
    ratingHundredths: row.rating_hundredths,
  };
}
