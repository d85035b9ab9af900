import type { Reader } from '#platform/i18n';

/** A category's name in the reader's language. */
export function nameOf(reader: Reader, category: { nameAr: string; nameEn: string }): string {
  return reader.locale === 'ar' ? category.nameAr : category.nameEn;
}

/** A language's name in the reader's language. */
export function languageName(reader: Reader, language: string): string {
  return new Intl.DisplayNames([reader.locale], { type: 'language' }).of(language) ?? language;
}
