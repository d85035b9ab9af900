import type { ComponentChildren } from 'preact';
import { useUiWords } from '../page-context.tsx';
import { DateTime } from '../text/date-time.tsx';
import { UserText } from '../text/user-text.tsx';

export interface MessageProps {
  id?: string;
  author: string;
  /** Written by the reader: tinted, at the end of the line. */
  mine: boolean;
  at: Date;
  text?: string;
  /** `Attachment`s, or anything that belongs to the message. */
  children?: ComponentChildren;
  /** The other side has seen it. */
  read?: boolean;
}

/** One message of a conversation. */
export function Message({ id, author, mine, at, text, children, read }: MessageProps) {
  const words = useUiWords();
  return (
    <article
      id={id}
      class={mine ? 'message message-mine' : 'message'}
      aria-label={words.messageFrom(mine ? words.you : author)}
    >
      {text && <UserText text={text} />}
      {children}
      <p class="message-foot">
        <bdi>{mine ? words.you : author}</bdi> · <DateTime at={at} style="time" />
        {mine && read && <> · {words.read}</>}
      </p>
    </article>
  );
}

/** What the system says between messages: «بدأ التنفيذ». */
export function MessageMark(props: { at: Date; children: ComponentChildren }) {
  return (
    <p class="message-mark">
      <DateTime at={props.at} style="weekdayDateTime" /> — {props.children}
    </p>
  );
}

/** Messages in order; an island may append new ones from `source`. */
export function MessageList(props: {
  label: string;
  children: ComponentChildren;
  island?: string;
  source?: string;
}) {
  return (
    <div
      class="messages"
      role="log"
      aria-label={props.label}
      tabIndex={0}
      data-island={props.island}
      data-source={props.source}
    >
      {props.children}
    </div>
  );
}
