import { ORDER_STATES, TRANSITIONS } from '#orders';
import { DAY_MS, HOUR_MS } from '#platform/time';

export type Row = (typeof TRANSITIONS)[number];
export type Act = Row['act'];
export type Party = Row['by'][number];
export type State = Row['from'];
type Guard = NonNullable<Row['when']>[number];

/** An open question of one side, and when silence answers it. */
interface Question {
  by: Party;
  until: number;
}

/** An order as a few plain facts; instants are milliseconds. What the rules of SPEC 5 speak of, and no more. */
export interface Model {
  now: number;
  state: State;
  openedAt: number;
  requirementsAt?: number;
  spoke: boolean;
  firstDeliveredAt?: number;
  dueAt?: number;
  acceptanceEndsAt?: number;
  completedAt?: number;
  prolonged: boolean;
  changesUsed: number;
  extensionsAsked: number;
  extension?: Question;
  cancellation?: Question;
}

/** Figures of SPEC 5, written a second time on purpose. */
export const FIGURES = {
  changesIncluded: 2,
  deliveryDays: 3,
  extensionDays: 2,
  requirementsMs: 48 * HOUR_MS,
  silenceMs: 24 * HOUR_MS,
  lateMs: 24 * HOUR_MS,
  longLateMs: 7 * DAY_MS,
  acceptanceMs: 72 * HOUR_MS,
  changeMs: 72 * HOUR_MS,
  answerMs: 48 * HOUR_MS,
  guaranteeMs: 14 * DAY_MS,
} as const;

export const newModel = (now: number): Model => ({
  now,
  state: 'awaiting_requirements',
  openedAt: now,
  spoke: false,
  prolonged: false,
  changesUsed: 0,
  extensionsAsked: 0,
});

const lateBy = (m: Model, ms: number) =>
  m.firstDeliveredAt === undefined && m.dueAt !== undefined && m.now - m.dueAt >= ms;

const GUARDS: Record<Guard, (model: Model, party: Party) => boolean> = {
  seller_has_not_spoken: (m) => !m.spoke,
  seller_silent: (m) =>
    !m.spoke && m.requirementsAt !== undefined && m.now - m.requirementsAt >= FIGURES.silenceMs,
  late_with_nothing_delivered: (m) => lateBy(m, FIGURES.lateMs),
  long_late_with_nothing_delivered: (m) => lateBy(m, FIGURES.longLateMs),
  changes_are_left: (m) => m.changesUsed < FIGURES.changesIncluded,
  not_prolonged_yet: (m) => !m.prolonged,
  extensions_are_left: (m) => m.extensionsAsked < 2 && !m.extension,
  no_cancellation_open: (m) => !m.cancellation,
  extension_open: (m) => m.extension !== undefined,
  own_cancellation_open: (m, party) => m.cancellation?.by === party,
  their_cancellation_open: (m, party) =>
    m.cancellation !== undefined && m.cancellation.by !== party,
  cancellation_open: (m) => m.cancellation !== undefined,
  nothing_delivered: (m) => m.firstDeliveredAt === undefined,
  delivery_stands: (m) => m.firstDeliveredAt !== undefined,
};

/** The row of the table that this act of this party takes now, if the rules allow it. */
export function rowFor(model: Model, act: Act, party: Party): Row | undefined {
  return TRANSITIONS.find(
    (row) =>
      row.act === act &&
      row.from === model.state &&
      row.by.includes(party) &&
      (row.when ?? []).every((guard) => GUARDS[guard](model, party)),
  );
}

/** What the order is after a row was taken. */
export function after(model: Model, row: Row, party: Party): Model {
  const next: Model = { ...model, state: row.to, ...effectOf(model, row.act, party) };
  if (row.to === 'completed' && model.state !== 'completed') next.completedAt = model.now;
  for (const question of row.ends ?? []) next[question] = undefined;
  return next;
}

function effectOf(m: Model, act: Act, party: Party): Partial<Model> {
  const { now } = m;
  switch (act) {
    case 'give_requirements':
      return { requirementsAt: now, dueAt: now + FIGURES.deliveryDays * DAY_MS };
    case 'speak':
      return { spoke: true };
    case 'deliver':
      return {
        spoke: true,
        firstDeliveredAt: m.firstDeliveredAt ?? now,
        acceptanceEndsAt: now + FIGURES.acceptanceMs,
        prolonged: false,
      };
    case 'prolong':
      return {
        prolonged: true,
        acceptanceEndsAt: (m.acceptanceEndsAt ?? now) + FIGURES.acceptanceMs,
      };
    case 'ask_change':
      return {
        changesUsed: m.changesUsed + 1,
        dueAt: Math.max(m.dueAt ?? now, now + FIGURES.changeMs),
      };
    case 'ask_extension':
      return {
        spoke: true,
        extensionsAsked: m.extensionsAsked + 1,
        extension: { by: party, until: now + FIGURES.answerMs },
      };
    case 'agree_extension':
    case 'extension_time_over':
      return { dueAt: (m.dueAt ?? now) + FIGURES.extensionDays * DAY_MS };
    case 'ask_cancellation':
      return { cancellation: { by: party, until: now + FIGURES.answerMs } };
    default:
      return {};
  }
}

/** States an order never leaves. */
export const isOver = (state: State) => !TRANSITIONS.some((row) => row.from === state);

/** What should have happened by itself by now and has not; nothing when no timer was lost. */
export function overdue(m: Model): string[] {
  const deadlines: [string, boolean, number | undefined][] = [
    ['requirements', m.state === 'awaiting_requirements', m.openedAt + FIGURES.requirementsMs],
    ['acceptance', m.state === 'delivered', m.acceptanceEndsAt],
    ['guarantee', m.state === 'completed', (m.completedAt ?? 0) + FIGURES.guaranteeMs],
    [
      'late',
      m.state === 'in_progress' && m.firstDeliveredAt === undefined,
      (m.dueAt ?? 0) + FIGURES.longLateMs,
    ],
    ['extension', m.extension !== undefined, m.extension?.until],
    ['cancellation', m.cancellation !== undefined, m.cancellation?.until],
  ];
  return deadlines.flatMap(([name, runs, at]) =>
    runs && at !== undefined && m.now >= at ? [name] : [],
  );
}

/** Clocks that must run, so that nothing waits for ever. */
export function clocksWanted(m: Model): string[] {
  const clocks: [string, boolean][] = [
    ['acceptance', m.state === 'delivered'],
    ['cancellation', m.cancellation !== undefined],
    ['delivery', m.state === 'in_progress' && m.firstDeliveredAt === undefined],
    ['extension', m.extension !== undefined],
    ['guarantee', m.state === 'completed'],
    ['requirements', m.state === 'awaiting_requirements'],
  ];
  return clocks.flatMap(([name, runs]) => (runs ? [name] : []));
}

/** What must be in escrow: all of it while the work goes on, nothing afterwards (SPEC 6.9). */
export function escrowWanted(m: Model, priceMinor: bigint): bigint {
  const works: readonly State[] = ['awaiting_requirements', 'in_progress', 'delivered'];
  return works.includes(m.state) ? priceMinor : 0n;
}

/** A row of the table and one party that may take it, as the coverage names it. */
export const nameOf = (row: Row, party: Party) =>
  [row.from, row.act, `by ${party}`, ...(row.when ?? []).map((guard) => `when ${guard}`)].join(' ');

/** Every row of the table for every party that may take it. */
export const ROWS = TRANSITIONS.flatMap((row) => row.by.map((party) => ({ row, party })));

/** Every act with every party that may ever take it. */
export const MOVES: readonly { act: Act; party: Party }[] = [
  ...new Map(
    ROWS.map(({ row, party }) => [`${row.act} ${party}`, { act: row.act, party }]),
  ).values(),
];

export { ORDER_STATES };
