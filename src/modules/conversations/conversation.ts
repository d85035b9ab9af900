/** A buyer and a seller talking about a service, before any order. */
export interface Conversation {
  conversationId: string;
  buyerId: string;
  sellerId: string;
  serviceId: string;
}
