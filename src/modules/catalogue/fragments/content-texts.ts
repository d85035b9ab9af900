import { formatMoney, formatNumber, type Reader } from '#platform/i18n';
import type { CategoryTree } from '../categories/categories.ts';
import type { ServiceInput } from '../editing/service-input.ts';
import { catalogueWords } from '../locales/index.ts';
import { languageNames } from './service-content.tsx';

/** A content field by field as text, so that two of them can be compared; pictures apart. */
export function contentTexts(
  reader: Reader,
  content: ServiceInput,
  tree: CategoryTree,
): Record<string, string> {
  const { editor, service: words } = catalogueWords(reader);
  const leaf = tree.leafOf(content.leafKey);
  const days = (delta: number) => (delta < 0 ? words.daysLess(-delta) : words.daysMore(delta));
  const lines = (list: readonly string[]) => list.join('\n');
  return {
    title: content.title,
    leaf: (reader.locale === 'ar' ? leaf?.nameAr : leaf?.nameEn) ?? content.leafKey,
    description: content.description,
    price: formatMoney(reader, content.basePriceMinor),
    days: editor.days(content.deliveryDays),
    changes: editor.changesCount(content.changesIncluded),
    quantityTime: content.quantityMultipliesTime ? words.quantityNoteTime : words.quantityNote,
    tags: content.tags.join('، '),
    upgrades: lines(
      content.upgrades.map((upgrade) =>
        [upgrade.title, formatMoney(reader, upgrade.priceMinor), days(upgrade.daysDelta)]
          .filter((part) => part !== '')
          .join(' · '),
      ),
    ),
    questions: lines(
      content.questions.map((question, index) =>
        [
          `${formatNumber(reader, index + 1)}. ${question.label}`,
          words.requirementKinds[question.kind],
          question.required ? words.required : '',
          ...(question.kind === 'choice' ? question.choices : []),
        ]
          .filter((part) => part !== '')
          .join(' · '),
      ),
    ),
    faq: lines(content.faq.flatMap(({ question, answer }) => [question, answer])),
    languages: languageNames(reader.locale, content.languages),
    aiUse: words.aiUses[content.aiUse],
    rights: content.rightsText === '' ? words.rightsDefault : content.rightsText,
  };
}
