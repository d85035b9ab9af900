import { HOUR_MS } from '#platform/time';
import { ORDER_STATES, TIMER_KINDS, TRANSITIONS, type Transition } from '../order.ts';
import { type ClockStep, orderClock } from './order-clocks.ts';
import type { OrderRules } from './order-rules.ts';

const SPEC_RULES: OrderRules = {
  requirements: { cancelAfterHours: 48, remindAfterHours: [12, 36] },
  silenceHours: 24,
  late: { buyerMayCancelAfterHours: 24, cancelAfterDays: 7 },
  acceptance: { completeAfterHours: 72, remindAfterHours: [24, 48, 66], prolongHours: 72 },
  extension: { answerHours: 48, atMost: 2 },
  cancellation: { answerHours: 48 },
  guaranteeDays: 14,
  dispute: { answerHours: 72, proposalHours: 48, acceptanceHours: 48 },
  addition: { answerHours: 48, atMost: 10, minMinor: 100n, maxMinor: 100_000n, mostDays: 30 },
  partsAtMost: 10,
  refundHours: 48,
  changeHours: 72,
};

const plain = (name: string) => name.replaceAll('_', ' ');

/** The life of an order as Markdown, drawn from the one table: diagram, rows, clocks (SPEC 5.2). */
export function ordersDiagram(rules: OrderRules = SPEC_RULES): string {
  return [
    diagram(),
    '### Every row of the table',
    '',
    rowsTable(),
    '',
    '### Clocks',
    '',
    clocksTable(rules),
  ].join('\n');
}

function diagram(): string {
  const moves = new Map<string, Set<string>>();
  for (const row of TRANSITIONS) {
    if (row.from === row.to) continue;
    const way = `${row.from} --> ${row.to}`;
    const label = `${plain(row.act)}${row.by.includes('clock') ? ' (clock)' : ''}`;
    moves.set(way, (moves.get(way) ?? new Set()).add(label));
  }
  const lines = [...moves].map(([way, labels]) => `  ${way}: ${[...labels].join('<br/>')}`);
  const ends = ORDER_STATES.filter((state) => !TRANSITIONS.some((row) => row.from === state));
  return [
    '```mermaid',
    'stateDiagram-v2',
    '  [*] --> awaiting_requirements: purchase',
    ...lines,
    ...ends.map((state) => `  ${state} --> [*]`),
    '```',
    '',
  ].join('\n');
}

function rowsTable(): string {
  const head =
    '| state | act | who | when | becomes | money | starts | stops | fact |\n|---|---|---|---|---|---|---|---|---|';
  return [head, ...TRANSITIONS.map(rowLine)].join('\n');
}

function rowLine(row: Transition): string {
  const cells = [
    row.from,
    plain(row.act),
    row.by.join(', '),
    (row.when ?? []).map(plain).join(' and '),
    row.to === row.from ? '·' : `**${row.to}**`,
    row.money ? plain(row.money) : '',
    (row.starts ?? []).map(plain).join(', '),
    row.to === 'cancelled' || row.to === 'closed' || row.to === 'completed'
      ? 'all'
      : (row.stops ?? []).map(plain).join(', '),
    `orders.${row.fact}`,
  ];
  return `| ${cells.join(' | ')} |`;
}

function clocksTable(rules: OrderRules): string {
  const head = '| clock | counts from | step | what happens |\n|---|---|---|---|';
  const lines = TIMER_KINDS.map((kind) => orderClock(kind, rules)).flatMap((clock) =>
    clock.steps.map(
      (step) =>
        `| ${plain(clock.kind)} | ${plain(clock.anchor)} | ${offsetText(step)} | ${stepText(step)} |`,
    ),
  );
  return [head, ...lines].join('\n');
}

function offsetText(step: ClockStep): string {
  const hours = Math.round(step.offsetMs / HOUR_MS);
  const text = Math.abs(hours) >= 96 && hours % 24 === 0 ? `${hours / 24} d` : `${hours} h`;
  return hours > 0 ? `+${text}` : text;
}

function stepText(step: ClockStep): string {
  const after = step.onlyAfterDelivery ? ', once something was delivered' : '';
  const only = step.onlyBeforeDelivery ? ', while nothing was delivered' : after;
  if (step.does) return `**${plain(step.does)}**${only}`;
  return `reminder \`${step.reminds?.reminder}\` to ${step.reminds?.who === 'other' ? 'the side that was asked' : step.reminds?.who}${only}`;
}
