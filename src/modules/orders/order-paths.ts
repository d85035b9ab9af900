/** Address of an order's room, for both sides. */
export const orderPath = (orderId: string) => `/orders/${orderId}`;

/** Address of one file of an order. */
export const orderFilePath = (orderId: string, fileId: string) =>
  `/orders/${orderId}/files/${fileId}`;

/** Address of the marked preview of a delivered picture. */
export const orderPreviewPath = (orderId: string, fileId: string) =>
  `${orderFilePath(orderId, fileId)}/preview`;

/** Address of an order on the staff's side. */
export const staffOrderPath = (orderId: string) => `/staff/orders/${orderId}`;

/** The topic on which an order's room hears that something moved. */
export const orderTopic = (orderId: string) => `order:${orderId}`;
