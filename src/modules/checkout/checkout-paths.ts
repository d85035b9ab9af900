/** How a purchase through a gateway stands. */
export function purchasePath(purchaseId: string): string {
  return `/purchases/${purchaseId}`;
}

/** An offer in the conversation it was made in. */
export function offerPath(offer: { conversationId: string; offerId: string }): string {
  return `/messages/${offer.conversationId}/offers/${offer.offerId}`;
}

/** The till with an offer. */
export function payOfferPath(offerId: string): string {
  return `/checkout?offer=${offerId}`;
}

/** What a member gathers to pay for at once. */
export const cartPath = '/cart';

/** The till with the choice of an order again; what has changed since is told there. */
export function againPath(order: {
  orderId: string;
  serviceId: string;
  items: readonly { upgradeId?: string; quantity: number }[];
}): string {
  const upgradeIds = order.items.flatMap(({ upgradeId }) => upgradeId ?? []);
  const quantity = order.items[0]?.quantity ?? 1;
  return `${checkoutPath({ serviceId: order.serviceId, upgradeIds, quantity })}&again=${order.orderId}`;
}

/** The till with a choice in its address: where a top-up leads back to. */
export function checkoutPath(choice: {
  serviceId: string;
  upgradeIds: readonly string[];
  quantity: number;
}): string {
  const query = new URLSearchParams({ service: choice.serviceId });
  for (const upgradeId of choice.upgradeIds) query.append('upgrade', upgradeId);
  if (choice.quantity !== 1) query.set('quantity', String(choice.quantity));
  return `/checkout?${query}`;
}
