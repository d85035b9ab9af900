import { formatDate } from '#platform/i18n';
import { ContactNote } from '#trust/ui';
import {
  Attachment,
  DateTime,
  Icon,
  LinkButton,
  Message,
  MessageList,
  MessageMark,
  usePage,
} from '#ui';
import { messagingWords } from '../locales/index.ts';
import type { ThreadMessage } from '../thread.ts';

/** Something that happened between the messages. */
export interface ConversationMark {
  key: string;
  at: Date;
  text: string;
}

export interface ConversationProps {
  messages: readonly ThreadMessage[];
  marks?: readonly ConversationMark[];
  /** Whose messages are one's own. */
  viewerId: string | undefined;
  /** Names by member id. */
  names: ReadonlyMap<string, string>;
  fileHref(fileId: string): string;
  /** Where the messages before these are, when there are any. */
  olderHref?: string;
  /** Where the messages after these are, when a part further back is shown. */
  newerHref?: string;
}

type Entry =
  | { at: Date; key: string; message: ThreadMessage }
  | { at: Date; key: string; mark: ConversationMark };

/** Messages with the days between them, in the reader's zone, and what happened among them. */
export function Conversation(props: ConversationProps) {
  const { reader } = usePage();
  const words = messagingWords(reader);
  const entries = merged(props);
  if (entries.length === 0) return <p class="mute">{words.none}</p>;
  let day = '';
  return (
    <MessageList label={words.messages}>
      {props.olderHref && (
        <p class="message-mark">
          <LinkButton kind="quiet" size="small" href={props.olderHref} rel="prev">
            {words.older}
          </LinkButton>
        </p>
      )}
      {entries.map((entry) => {
        const today = formatDate(reader, entry.at, 'date');
        const fresh = today !== day;
        day = today;
        return (
          <>
            {fresh && 'message' in entry && (
              <p class="message-mark" key={`day-${entry.key}`}>
                <DateTime at={entry.at} style="date" />
              </p>
            )}
            {'message' in entry ? (
              <OneMessage key={entry.key} {...props} message={entry.message} />
            ) : (
              <MessageMark key={entry.key} at={entry.at}>
                {entry.mark.text}
              </MessageMark>
            )}
          </>
        );
      })}
      {props.newerHref && (
        <p class="message-mark">
          <LinkButton kind="quiet" size="small" href={props.newerHref} rel="next">
            {words.newer}
          </LinkButton>
        </p>
      )}
    </MessageList>
  );
}

function merged({ messages, marks = [] }: ConversationProps): Entry[] {
  const entries: Entry[] = [
    ...messages.map((message) => ({ at: message.at, key: message.messageId, message })),
    ...marks.map((mark) => ({ at: mark.at, key: mark.key, mark })),
  ];
  return entries.sort((left, right) => left.at.getTime() - right.at.getTime());
}

function OneMessage(props: ConversationProps & { message: ThreadMessage }) {
  const { message, viewerId, names, fileHref } = props;
  const words = messagingWords(usePage().reader);
  const { senderId } = message;
  return (
    <Message
      id={`m-${message.seq}`}
      author={senderId ? (names.get(senderId) ?? '') : words.team}
      mine={senderId !== undefined && senderId === viewerId}
      at={message.at}
      text={message.mask && senderId === viewerId ? undefined : message.body}
      read={message.read}
    >
      {message.mask && (
        <ContactNote
          mask={message.mask}
          text={message.body}
          to={senderId === viewerId ? 'writer' : message.mask.readPast ? 'staff' : 'other'}
        />
      )}
      {message.automatic && (
        <p class="message-foot">
          <Icon name="clock" /> {words.automatic}
        </p>
      )}
      {message.files.map((file) => (
        <Attachment
          key={file.fileId}
          fileName={file.fileName}
          byteSize={file.byteSize}
          href={fileHref(file.fileId)}
        />
      ))}
    </Message>
  );
}
