/** How a purchase through a gateway stands. */
export function purchasePath(purchaseId: string): string {
  return `/purchases/${purchaseId}`;
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
