/** How a purchase through a gateway stands. */
export function purchasePath(purchaseId: string): string {
  return `/purchases/${purchaseId}`;
}
