import { defineWords } from '#platform/i18n';
import { ar } from './ar.ts';
import { en } from './en.ts';

export const ordersWords = defineWords({ ar, en });
export type OrdersWords = ReturnType<typeof ordersWords>;
