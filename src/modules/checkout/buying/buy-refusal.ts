import { isSqlState } from '#platform/db';
import type { Refusal } from '#platform/refusals';
import { BalanceTooLow, OfferClosed, QueueFull, ServiceChanged } from '../checkout-errors.ts';
import type { Quote } from '../quote.ts';

const SERVICE_CHANGED = 'CK001';
const QUEUE_FULL = 'CK002';
const OFFER_CLOSED = 'CK003';
const BALANCE_TOO_LOW = 'LG001';

/** What a refusal of SQL's checkout.buy means; undefined for every other error. */
export function buyRefusal(error: unknown, { service }: Quote): Refusal | undefined {
  const { serviceId } = service;
  if (isSqlState(error, SERVICE_CHANGED)) return new ServiceChanged({ serviceId });
  if (isSqlState(error, QUEUE_FULL)) return new QueueFull({ serviceId });
  if (isSqlState(error, OFFER_CLOSED)) return new OfferClosed('closed');
  if (isSqlState(error, BALANCE_TOO_LOW)) return new BalanceTooLow(missingOf(error));
  return undefined;
}

function missingOf(error: unknown): bigint {
  const { detail } = error as { detail?: string };
  return BigInt((JSON.parse(detail ?? '{}') as { missingMinor?: string }).missingMinor ?? '0');
}
