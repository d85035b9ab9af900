import type { Ctx } from '#platform/context';
import { formatList, formatMoney, formatNumber, formatPercent, type Reader } from '#platform/i18n';
import { ruleAt } from '#settings';
import { levels } from '#trust';
import { siteWords } from '../locales/index.ts';

const BPS = 10_000;

/** One text a level of the seller, from the first to the highest. */
export interface ByLevel {
  new: string;
  active: string;
  distinguished: string;
  trusted: string;
}

/**
 * The rules that hold now, in the reader's words, for the texts that explain them: no number is
 * typed twice. Lengths of time stand in the genitive («بعد يومين»).
 */
export interface RuleWords {
  priceFrom: string;
  priceTo: string;
  priceStep: string;
  upgradeTo: string;
  serviceLimit: ByLevel;
  commission: ByLevel;
  clearing: ByLevel;
  buyerFee: { percent: string; from: string; to: string };
  requirements: { cancel: string; reminders: string };
  silence: string;
  late: { buyer: string; cancel: string };
  acceptance: { complete: string; prolong: string; reminders: string };
  extension: { answer: string; times: string };
  cancellationAnswer: string;
  guarantee: string;
}

/** Reads the rules of this moment and writes them for the reader. */
export async function ruleWords(ctx: Ctx): Promise<RuleWords> {
  const { reader } = ctx;
  const money = (minor: bigint) => formatMoney(reader, minor, { trimZeros: true });
  const { hours, days, times } = siteWords(reader).units;
  const [price, upgrade, fee, prices] = await Promise.all([
    ruleAt(ctx, 'service.price'),
    ruleAt(ctx, 'upgrade.price'),
    ruleAt(ctx, 'fee.buyer'),
    levelWords(ctx),
  ]);
  const [requirements, silence, late, acceptance, extension, cancellation, guarantee] =
    await Promise.all([
      ruleAt(ctx, 'order.requirements'),
      ruleAt(ctx, 'order.seller-silence-hours'),
      ruleAt(ctx, 'order.late'),
      ruleAt(ctx, 'order.acceptance'),
      ruleAt(ctx, 'order.extension'),
      ruleAt(ctx, 'order.cancellation'),
      ruleAt(ctx, 'order.guarantee-days'),
    ]);
  return {
    ...prices,
    priceFrom: money(price.minMinor),
    priceTo: money(price.maxMinor),
    priceStep: money(price.stepMinor),
    upgradeTo: money(upgrade.maxMinor),
    buyerFee: {
      percent: formatPercent(reader, fee.bps / BPS),
      from: formatMoney(reader, fee.minMinor),
      to: formatMoney(reader, fee.maxMinor),
    },
    requirements: {
      cancel: hours(requirements.cancelAfterHours),
      reminders: numberList(reader, requirements.remindAfterHours),
    },
    silence: hours(silence),
    late: { buyer: hours(late.buyerMayCancelAfterHours), cancel: days(late.cancelAfterDays) },
    acceptance: {
      complete: hours(acceptance.completeAfterHours),
      prolong: hours(acceptance.prolongHours),
      reminders: numberList(reader, acceptance.remindAfterHours),
    },
    extension: { answer: hours(extension.answerHours), times: times(extension.atMost) },
    cancellationAnswer: hours(cancellation.answerHours),
    guarantee: days(guarantee),
  };
}

async function levelWords(ctx: Ctx) {
  const [limit, commission, clearing] = await Promise.all([
    ruleAt(ctx, 'service.limit'),
    ruleAt(ctx, 'fee.seller-bps'),
    ruleAt(ctx, 'clearing.days'),
  ]);
  const { days } = siteWords(ctx.reader).units;
  return {
    serviceLimit: byLevel((level) => formatNumber(ctx.reader, limit[level])),
    commission: byLevel((level) => formatPercent(ctx.reader, commission[level] / BPS)),
    clearing: byLevel((level) => days(clearing[level])),
  };
}

function byLevel(write: (level: keyof ByLevel) => string): ByLevel {
  return Object.fromEntries(levels.map((level) => [level, write(level)])) as unknown as ByLevel;
}

function numberList(reader: Reader, numbers: readonly number[]): string {
  return formatList(
    reader,
    numbers.map((n) => formatNumber(reader, n)),
  );
}
