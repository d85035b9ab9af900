import { config } from '#config';
import type { Ctx } from '#platform/context';
import { formatList, formatMoney, formatNumber, formatPercent, type Reader } from '#platform/i18n';
import { orderRulesAt } from '#orders';
import { ruleAt } from '#settings';
import { levels } from '#trust';
import { levelName } from '#trust/ui';
import { siteWords } from '../locales/index.ts';
import type { ByLevel, RuleWords } from '../rule-words.ts';

const BPS = 10_000;

/** Reads the rules of this moment and writes them for the reader. */
export async function writeRules(ctx: Ctx): Promise<RuleWords> {
  const { reader } = ctx;
  const money = (minor: bigint) => formatMoney(reader, minor, { trimZeros: true });
  const { hours, days, times } = siteWords(reader).units;
  const [price, upgrade, fee, prices] = await Promise.all([
    ruleAt(ctx, 'service.price'),
    ruleAt(ctx, 'upgrade.price'),
    ruleAt(ctx, 'fee.buyer'),
    levelWords(ctx),
  ]);
  const { requirements, late, acceptance, extension, dispute, ...order } = await orderRulesAt(
    ctx,
    ctx.clock.now(),
  );
  return {
    ...prices,
    brand: config.brand.name[reader.locale],
    supportEmail: config.brand.supportEmail,
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
    silence: hours(order.silenceHours),
    late: { buyer: hours(late.buyerMayCancelAfterHours), cancel: days(late.cancelAfterDays) },
    acceptance: {
      complete: hours(acceptance.completeAfterHours),
      prolong: hours(acceptance.prolongHours),
      reminders: numberList(reader, acceptance.remindAfterHours),
    },
    extension: { answer: hours(extension.answerHours), times: times(extension.atMost) },
    cancellationAnswer: hours(order.cancellation.answerHours),
    guarantee: days(order.guaranteeDays),
    refundAnswer: hours(order.refundHours),
    dispute: {
      answer: hours(dispute.answerHours),
      proposal: hours(dispute.proposalHours),
      acceptance: hours(dispute.acceptanceHours),
    },
    reviewWindow: days(await ruleAt(ctx, 'review.window-days')),
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
    levelNames: byLevel((level) => levelName(ctx.reader, level)),
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
