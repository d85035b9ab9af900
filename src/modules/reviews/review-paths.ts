import { sellerPath, servicePath } from '#catalogue';
import { orderPath } from '#orders';

/** Where the two sides of an order rate each other and see what was said. */
export const orderReviewPath = (orderId: string) => `${orderPath(orderId)}/review`;

/** All reviews of a service, of a member's work, and the desk of appeals. */
export const serviceReviewsPath = (number: number, title: string) =>
  `${servicePath(number, title)}/reviews`;
export const sellerReviewsPath = (handle: string) => `${sellerPath(handle)}/reviews`;
export const appealsPath = '/staff/review-appeals';
