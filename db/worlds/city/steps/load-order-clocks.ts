import { config } from '#config';
import { DUE_AT } from './load-orders.ts';
import { byPortions, type Loading } from './portions.ts';

const HOUR = 3_600_000;

/** How far each clock's steps lie from its anchor, in milliseconds, as orders count them. */
function stepsOf(): Record<string, string> {
  const { rules } = config;
  const requirements = rules['order.requirements'];
  const silence = rules['order.seller-silence-hours'];
  const late = rules['order.late'];
  const acceptance = rules['order.acceptance'];
  const guarantee = rules['order.guarantee-days'];
  const answer = (hours: number) => [hours / 2, hours];
  const inHours: Record<string, number[]> = {
    requirements: [...requirements.remindAfterHours, requirements.cancelAfterHours],
    first_word: [silence - 6, silence],
    delivery: [
      -24,
      0,
      0,
      late.buyerMayCancelAfterHours,
      (late.cancelAfterDays - 1) * 24,
      late.cancelAfterDays * 24,
    ],
    acceptance: [
      ...acceptance.remindAfterHours.map((after) => after - acceptance.completeAfterHours),
      0,
    ],
    extension: answer(rules['order.extension'].answerHours),
    cancellation: answer(rules['order.cancellation'].answerHours),
    guarantee: [(guarantee - 2) * 24, guarantee * 24],
  };
  return Object.fromEntries(
    Object.entries(inHours).map(([kind, hours]) => [
      kind,
      `array[${hours.map((hour) => hour * HOUR).join(', ')}]::bigint[]`,
    ]),
  );
}

/**
 * The clocks of every order: what each counts from, the step it stands at, when it was stopped. A clock
 * that runs has done each step whose time has come, as a sweep every minute does.
 */
export async function loadOrderClocks(loading: Loading): Promise<void> {
  const steps = stepsOf();
  const silence = config.rules['order.seller-silence-hours'] * HOUR;
  const { now } = loading;
  const answering = config.rules['order.acceptance'].completeAfterHours * HOUR;
  await byPortions(loading, {
    text: `insert into orders.timers (order_id, kind, step, anchor_at, due_at, done_at)
      select o.id, t.kind, p.step, world.at(t.anchor), world.at(t.anchor + t.steps[p.step + 1]),
        world.at(t.stopped)
      from world.orders o
      cross join lateral (select coalesce(o.redelivered, o.delivered) + ${answering} as answer_by,
        ${DUE_AT} as due) as ends
      cross join lateral (values
        ('requirements', o.opened, coalesce(o.given, o.cancelled), true, ${steps.requirements}),
        ('first_word', o.given, least(o.spoke, o.asked_more, o.delivered, o.cancelled,
          case when o.given + ${silence} <= ${now} then o.given + ${silence} end),
          o.spoke is null or o.spoke > o.given, ${steps.first_word}),
        ('delivery', case when o.given is not null then ends.due end,
          case when o.changed is not null then o.redelivered else coalesce(o.delivered, o.cancelled) end,
          true, ${steps.delivery}),
        ('acceptance', ends.answer_by,
          case when o.redelivered is not null then o.completed else coalesce(o.changed, o.completed) end,
          true, ${steps.acceptance}),
        ('extension', o.asked_more, o.got_more, true, ${steps.extension}),
        ('cancellation', o.asked_end, o.cancelled, true, ${steps.cancellation}),
        ('guarantee', o.completed, o.closed, true, ${steps.guarantee})
      ) as t(kind, anchor, stopped, was_started, steps)
      cross join lateral (select least(cardinality(t.steps) - 1,
        width_bucket(least(t.stopped, ${now}) - t.anchor, t.steps))::smallint as step) as p
      where o.i between $1 and $2 and t.anchor is not null and t.was_started
      order by o.i, t.anchor`,
  });
}
