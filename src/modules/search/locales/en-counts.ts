import { enPlural } from '#platform/i18n';

/** «3 خدمات», «5 أيام»: counts that several parts say. */
export const services = (n: number) => enPlural(n, { one: 'one service', other: '# services' });

export const days = (n: number) => enPlural(n, { one: 'one day', other: '# days' });
