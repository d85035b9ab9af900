import { defineWords } from '#platform/i18n';
import { ar } from './ar.ts';
import { en } from './en.ts';

export const reviewsWords = defineWords({ ar, en });
export type ReviewsWords = ReturnType<typeof reviewsWords>;
