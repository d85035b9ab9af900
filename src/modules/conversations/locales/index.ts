import { defineWords } from '#platform/i18n';
import { ar } from './ar.ts';
import { en } from './en.ts';

export const conversationsWords = defineWords({ ar, en });
