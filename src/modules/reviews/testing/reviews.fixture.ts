import { registerMember } from '#identity';
import type { Order } from '#orders';
import { aCompletedOrder, type OrderWish } from '#orders/testing';
import type { World } from '#test/world';
import { writeReview } from '../writing/write-review.ts';

/** What a buyer writes unless told. */
export const byBuyer = (orderId: string, more: object = {}) => ({
  orderId,
  quality: 5,
  communication: 4,
  onTime: 3,
  body: 'عمل متقن وتعامل راق',
  key: `buyer-${orderId}`,
  ...more,
});

/** What a seller writes unless told. */
export const bySeller = (orderId: string, more: object = {}) => ({
  orderId,
  stars: 4,
  body: 'تعليمات واضحة',
  key: `seller-${orderId}`,
  ...more,
});

/** A buyer and a seller with completed orders, a stranger and one of the staff. */
export async function reviewsIn(world: World) {
  const password = 'khatam-saffron-71';
  const member = async (email: string, displayName: string) =>
    (await registerMember(world.ctx, { email, displayName, password, roles: [] })).memberId;
  const people = {
    buyerId: await member('hind@example.com', 'هند الشمري'),
    sellerId: await member('rana@example.com', 'رنا خليل'),
  };
  const stranger = await member('salim@example.com', 'سالم');
  const support = await member('nour@example.com', 'نور');

  const completed = (wish: OrderWish = {}) => aCompletedOrder(world, { ...people, ...wish });
  const buyer = () => world.as(people.buyerId);
  const seller = () => world.as(people.sellerId);
  const staff = () => world.as(support, ['support']);

  /** Both have written: the pair is open. */
  async function opened(wish: OrderWish = {}): Promise<Order> {
    const order = await completed(wish);
    await writeReview(buyer(), byBuyer(order.orderId));
    await writeReview(seller(), bySeller(order.orderId));
    return order;
  }

  return { people, stranger, support, completed, buyer, seller, staff, opened };
}
