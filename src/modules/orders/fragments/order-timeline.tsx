import { type IconName, Timeline, type TimelineItem, type Tone, UserText, usePage } from '#ui';
import { ordersWords } from '../locales/index.ts';
import type { HistoryEntry } from '../talk/order-room.ts';

export interface OrderTimelineProps {
  history: readonly HistoryEntry[];
  /** Names by member id. */
  names: ReadonlyMap<string, string>;
}

const LOOKS: Partial<Record<HistoryEntry['act'], [Tone, IconName]>> = {
  open: ['info', 'credit-card'],
  give_requirements: ['info', 'file-text'],
  deliver: ['info', 'package'],
  deliver_part: ['info', 'package'],
  ask_change: ['warn', 'square-pen'],
  accept: ['good', 'circle-check'],
  acceptance_time_over: ['good', 'circle-check'],
  cancel: ['danger', 'circle-x'],
  agree_cancellation: ['danger', 'circle-x'],
  requirements_time_over: ['danger', 'circle-x'],
  late_time_over: ['danger', 'circle-x'],
  add_upgrade: ['info', 'plus'],
  propose_addition: ['neutral', 'plus'],
  agree_addition: ['info', 'plus'],
  ask_extension: ['neutral', 'calendar-clock'],
  ask_cancellation: ['warn', 'undo-2'],
  close: ['neutral', 'lock'],
  open_dispute: ['danger', 'undo-2'],
  dispute_answer_time_over: ['warn', 'circle-check'],
  dispute_acceptance_time_over: ['warn', 'circle-check'],
  decide_appeal: ['warn', 'circle-check'],
};

/** Who did what and when; the last first to see is the newest. */
export function OrderTimeline({ history, names }: OrderTimelineProps) {
  const words = ordersWords(usePage().reader);
  const items = history.toReversed().map((entry): TimelineItem => {
    const [tone, icon] = LOOKS[entry.act] ?? ['neutral', 'clock'];
    const reason = entry.details?.reason;
    return {
      key: entry.seq.toString(),
      at: entry.at,
      what: (
        <>
          {words.acts[entry.act]}
          {typeof reason === 'string' && <UserText text={reason} class="mute" />}
        </>
      ),
      who: names.get(entry.actor) ?? words.parties[entry.party],
      tone,
      icon,
    };
  });
  return <Timeline items={items} />;
}
