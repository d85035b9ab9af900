export type RequestState = 'open' | 'offered' | 'declined' | 'withdrawn';

/** What a buyer wishes for, before any offer: the seller agrees first (SPEC 4.4). USD cents, days. */
export interface OrderRequest {
  requestId: string;
  conversationId: string;
  serviceId: string;
  buyerId: string;
  sellerId: string;
  body: string;
  wishedMinor: bigint | undefined;
  wishedDays: number | undefined;
  state: RequestState;
  reason: string;
  askedAt: Date;
}
