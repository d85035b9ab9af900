import type { AiUse, Faq, QuestionKind, Service } from '../service.ts';

/** An upgrade as the seller wrote it; without an id it is new. */
export interface UpgradeInput {
  upgradeId?: string;
  title: string;
  priceMinor: bigint;
  daysDelta: number;
}

/** A question as the seller wrote it; without an id it is new. */
export interface QuestionInput {
  questionId?: string;
  kind: QuestionKind;
  label: string;
  required: boolean;
  choices: string[];
}

/** All that a seller writes of a service (SPEC 2.2, 2.3). Prices in USD cents. */
export interface ServiceInput {
  leafKey: string;
  title: string;
  description: string;
  basePriceMinor: bigint;
  deliveryDays: number;
  changesIncluded: number;
  quantityMultipliesTime: boolean;
  tags: string[];
  languages: string[];
  aiUse: AiUse;
  rightsText: string;
  upgrades: UpgradeInput[];
  questions: QuestionInput[];
  faq: Faq[];
  /** Gallery pictures that the seller uploaded, the cover first. */
  imageIds: string[];
}

/** A service as its seller would find it in the form. */
export function inputOf(service: Service): ServiceInput {
  return {
    leafKey: service.leafKey,
    title: service.title,
    description: service.description,
    basePriceMinor: service.basePriceMinor,
    deliveryDays: service.deliveryDays,
    changesIncluded: service.changesIncluded,
    quantityMultipliesTime: service.quantityMultipliesTime,
    tags: service.tags,
    languages: service.languages,
    aiUse: service.aiUse,
    rightsText: service.rightsText,
    upgrades: service.upgrades,
    questions: service.questions.map((question) => ({
      ...question,
      choices: question.choices ?? [],
    })),
    faq: service.faq,
    imageIds: service.imageIds,
  };
}
