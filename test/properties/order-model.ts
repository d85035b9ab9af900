import { TRANSITIONS } from '#orders';
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
  partsDelivered: number;
  extension?: Question;
  cancellation?: Question;
  refund?: Question & { whole: boolean };
  addition?: Question;
  /** How many lines were added and paid for. */
  additions: number;
  /** How much went back to the buyer already: nothing, a part, or all of the price. */
  refunded: 'none' | 'part' | 'all';
  disputed: boolean;
  disputedAt?: number;
  frozenMs: number;
  dispute?: Claim;
}

/** An open dispute: what it waits for, who has agreed, and whether all of what is left would go back. */
interface Claim {
  by: Party;
  phase: 'answer' | 'proposal' | 'acceptance' | 'appeal';
  accepted: readonly Party[];
  whole: boolean;
  until: number;
  /** Opened while the work was late, with something delivered. */
  inWork: boolean;
}

/** Figures of SPEC 5, written a second time on purpose. */
export const FIGURES = {
  changesIncluded: 2,
  deliveryDays: 3,
  extensionDays: 2,
  additionDays: 1,
  mostAdditions: 10,
  mostParts: 10,
  requirementsMs: 48 * HOUR_MS,
  silenceMs: 24 * HOUR_MS,
  lateMs: 24 * HOUR_MS,
  longLateMs: 7 * DAY_MS,
  acceptanceMs: 72 * HOUR_MS,
  changeMs: 72 * HOUR_MS,
  answerMs: 48 * HOUR_MS,
  guaranteeMs: 14 * DAY_MS,
  disputeAnswerMs: 72 * HOUR_MS,
  splitMs: 48 * HOUR_MS,
} as const;

export const newModel = (now: number): Model => ({
  now,
  state: 'awaiting_requirements',
  openedAt: now,
  spoke: false,
  prolonged: false,
  changesUsed: 0,
  extensionsAsked: 0,
  partsDelivered: 0,
  additions: 0,
  refunded: 'none',
  disputed: false,
  frozenMs: 0,
});

const lateBy = (m: Model, ms: number) =>
  m.firstDeliveredAt === undefined && m.dueAt !== undefined && m.now - m.dueAt >= ms;

const other = (party: Party): Party => (party === 'buyer' ? 'seller' : 'buyer');
const inPhase = (m: Model, phase: Claim['phase']) => m.dispute?.phase === phase;

type Answer = (model: Model, party: Party, whole: boolean) => boolean;
const GUARDS: Record<Guard, Answer> = {
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
  something_is_left: (m) => m.refunded !== 'all',
  no_refund_open: (m) => !m.refund,
  refund_open: (m) => m.refund !== undefined,
  own_refund_open: (m, party) => m.refund?.by === party,
  their_refund_open: (m, party) => m.refund !== undefined && m.refund.by !== party,
  all_goes_back: (_m, _party, whole) => whole,
  part_goes_back: (_m, _party, whole) => !whole,
  no_dispute_before: (m) => !m.disputed,
  guarantee_runs: (m) => m.completedAt !== undefined && m.now - m.completedAt < FIGURES.guaranteeMs,
  own_dispute: (m, party) => m.dispute?.by === party,
  their_dispute: (m, party) => m.dispute !== undefined && m.dispute.by !== party,
  nothing_proposed: (m) => inPhase(m, 'answer') || inPhase(m, 'proposal'),
  late_with_something_delivered: (m) =>
    m.firstDeliveredAt !== undefined && m.dueAt !== undefined && m.now - m.dueAt >= FIGURES.lateMs,
  disputed_while_working: (m) => m.dispute?.inWork === true,
  disputed_after_delivery: (m) => m.completedAt === undefined && m.dispute?.inWork === false,
  disputed_after_completion: (m) => m.completedAt !== undefined,
  dispute_waits_for_answer: (m) => inPhase(m, 'answer'),
  dispute_waits_for_proposal: (m) => inPhase(m, 'proposal'),
  split_is_proposed: (m) => inPhase(m, 'acceptance'),
  not_accepted_yet: (m, party) => !m.dispute?.accepted.includes(party),
  other_side_has_not_accepted: (m, party) => !m.dispute?.accepted.includes(other(party)),
  other_side_accepted: (m, party) => m.dispute?.accepted.includes(other(party)) ?? false,
  split_is_appealed: (m) => inPhase(m, 'appeal'),
  another_arbiter: () => true,
  additions_are_left: (m) => m.additions < FIGURES.mostAdditions,
  no_addition_open: (m) => !m.addition,
  parts_are_left: (m) => m.partsDelivered < FIGURES.mostParts,
  addition_open: (m) => m.addition !== undefined,
};

/** The row of the table that this act of this party takes now, if the rules allow it. */
export function rowFor(model: Model, move: Move): Row | undefined {
  const { act, party } = move;
  const whole = wholeOf(model, move);
  return TRANSITIONS.find(
    (row) =>
      row.act === act &&
      row.from === model.state &&
      row.by.includes(party) &&
      (row.when ?? []).every((guard) => GUARDS[guard](model, party, whole)),
  );
}

/** An act of a party; `whole` where it names a sum: all that is left of the price, or a part. */
export interface Move {
  act: Act;
  party: Party;
  whole?: boolean;
}

/** Whether all that is left would go back: said by the act itself, or by what it answers. */
function wholeOf(m: Model, { act, whole }: Move): boolean {
  if (act === 'agree_refund') return m.refund?.whole ?? false;
  if (act === 'decide_appeal') return whole ?? false;
  return m.dispute?.whole ?? false;
}

/** What the order is after a row was taken. */
export function after(model: Model, row: Row, move: Move): Model {
  const next: Model = { ...model, state: row.to, ...effectOf(model, row.act, move.party) };
  if ((row.to === 'completed' || row.to === 'closed') && model.completedAt === undefined) {
    next.completedAt = model.now;
  }
  if (row.money === 'split') next.refunded = wholeOf(model, move) ? 'all' : 'part';
  if (row.act === 'ask_refund') {
    const until = model.now + FIGURES.answerMs;
    next.refund = { by: move.party, whole: move.whole ?? false, until };
  }
  if (row.dispute) next.dispute = claimAfter(model, row, move);
  for (const question of row.ends ?? []) next[question] = undefined;
  return next;
}

function claimAfter(m: Model, row: Row, { act, party, whole }: Move): Claim | undefined {
  const phase = row.dispute;
  if (phase === undefined || phase === 'ended' || phase === 'withdrawn') return undefined;
  const inWork = m.state === 'in_progress';
  const fresh: Claim = { by: party, accepted: [], whole: false, until: 0, phase, inWork };
  const claim = m.dispute ?? fresh;
  const until = m.now + (act === 'open_dispute' ? FIGURES.disputeAnswerMs : FIGURES.splitMs);
  return {
    ...claim,
    phase,
    accepted: act === 'accept_split' ? [...claim.accepted, party] : claim.accepted,
    whole: whole ?? claim.whole,
    until: act === 'accept_split' ? claim.until : until,
  };
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
    case 'open_dispute':
      return { disputed: true, disputedAt: now };
    case 'withdraw_dispute':
      return resumedEffect(m);
    default:
      return additionEffect(m, act, party);
  }
}

/** A dispute taken back: what was left of each clock is left now. */
function resumedEffect(m: Model): Partial<Model> {
  const frozenMs = m.now - (m.disputedAt ?? m.now);
  if (m.dispute?.inWork) return { frozenMs, dueAt: (m.dueAt ?? m.now) + frozenMs };
  return { frozenMs, acceptanceEndsAt: (m.acceptanceEndsAt ?? m.now) + frozenMs };
}

function additionEffect(m: Model, act: Act, party: Party): Partial<Model> {
  if (act === 'deliver_part') {
    const firstDeliveredAt = m.firstDeliveredAt ?? m.now;
    return { spoke: true, firstDeliveredAt, partsDelivered: m.partsDelivered + 1 };
  }
  if (act === 'propose_addition') {
    return { spoke: true, addition: { by: party, until: m.now + FIGURES.answerMs } };
  }
  const paid = act === 'add_upgrade' || act === 'agree_addition';
  return paid ? { additions: m.additions + 1, dueAt: dueAfterAddition(m) } : {};
}

/** Days are added to the promise; to work that was handed in, from the payment, and never below a change's time. */
function dueAfterAddition(m: Model): number {
  const days = FIGURES.additionDays * DAY_MS;
  const due = m.dueAt ?? m.now;
  if (m.state === 'in_progress') return due + days;
  return Math.max(due + days, m.now + days, m.now + FIGURES.changeMs);
}

/** States an order never leaves. */
export const isOver = (state: State) => !TRANSITIONS.some((row) => row.from === state);

/** What should have happened by itself by now and has not; nothing when no timer was lost. */
export function overdue(m: Model): string[] {
  const deadlines: [string, boolean, number | undefined][] = [
    ['requirements', m.state === 'awaiting_requirements', m.openedAt + FIGURES.requirementsMs],
    ['acceptance', m.state === 'delivered', m.acceptanceEndsAt],
    ['guarantee', m.state === 'completed', (m.completedAt ?? 0) + m.frozenMs + FIGURES.guaranteeMs],
    [
      'late',
      m.state === 'in_progress' && m.firstDeliveredAt === undefined,
      (m.dueAt ?? 0) + FIGURES.longLateMs,
    ],
    ['extension', m.extension !== undefined, m.extension?.until],
    ['cancellation', m.cancellation !== undefined, m.cancellation?.until],
    ['refund', m.refund !== undefined, m.refund?.until],
    ['addition', m.addition !== undefined, m.addition?.until],
    ['dispute', inPhase(m, 'answer') || inPhase(m, 'acceptance'), m.dispute?.until],
  ];
  return deadlines.flatMap(([name, runs, at]) =>
    runs && at !== undefined && m.now >= at ? [name] : [],
  );
}

/** Clocks that must run, so that nothing waits for ever. */
export function clocksWanted(m: Model): string[] {
  const clocks: [string, boolean][] = [
    ['addition', m.addition !== undefined],
    ['acceptance', m.state === 'delivered'],
    ['cancellation', m.cancellation !== undefined],
    ['delivery', m.state === 'in_progress' && m.firstDeliveredAt === undefined],
    ['dispute_acceptance', inPhase(m, 'acceptance')],
    ['dispute_answer', inPhase(m, 'answer')],
    ['extension', m.extension !== undefined],
    ['refund', m.refund !== undefined],
    ['guarantee', m.state === 'completed'],
    ['requirements', m.state === 'awaiting_requirements'],
  ];
  return clocks.flatMap(([name, runs]) => (runs ? [name] : []));
}

/** What must be in escrow: all of it while the work goes on, nothing afterwards (SPEC 6.9). */
export function escrowWanted(m: Model, priceMinor: bigint): bigint {
  const works: readonly State[] = ['awaiting_requirements', 'in_progress', 'delivered'];
  const waits = m.state === 'disputed' && m.completedAt === undefined;
  return works.includes(m.state) || waits ? priceMinor : 0n;
}

/** A row of the table and one party that may take it, as the coverage names it. */
export const nameOf = (row: Row, party: Party) =>
  [row.from, row.act, `by ${party}`, ...(row.when ?? []).map((guard) => `when ${guard}`)].join(' ');

/** Every row of the table for every party that may take it. */
export const ROWS = TRANSITIONS.flatMap((row) => row.by.map((party) => ({ row, party })));

/** Acts that name a sum. */
const NAMES_A_SUM: readonly Act[] = [
  'ask_refund',
  'open_dispute',
  'propose_split',
  'decide_appeal',
];

/** Every act with every party that may ever take it, and with a part and the whole where it names a sum. */
export const MOVES: readonly Move[] = [
  ...new Map(
    ROWS.flatMap(({ row: { act }, party }) =>
      (NAMES_A_SUM.includes(act) ? [false, true] : [undefined]).map(
        (whole) => [`${act} ${party} ${whole}`, { act, party, whole }] as const,
      ),
    ),
  ).values(),
];
