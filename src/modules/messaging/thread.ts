import type { ContactMask } from '#trust';

/** What a conversation is about; one thread a subject. */
export interface ThreadSubject {
  kind: 'order' | 'service-talk';
  id: string;
}

/** A file that was stored by media and is attached to a message. */
export interface AttachedFile {
  fileId: string;
  fileName: string;
  kind: 'image' | 'file';
  type: string;
  byteSize: number;
}

/** One message as people read it. */
export interface ThreadMessage {
  messageId: string;
  /** Its place in the thread: rises, with gaps. */
  seq: bigint;
  /** Undefined for a note that the house wrote. */
  senderId: string | undefined;
  /** As its reader may read it. */
  body: string;
  /** Set when something in it is masked; its writer and the staff read past it. */
  mask: (ContactMask & { readPast: boolean }) | undefined;
  at: Date;
  files: AttachedFile[];
  /** Sent by the house on behalf of its sender: the automatic reply. */
  automatic: boolean;
  /** Whether every other member of the thread has read it. */
  read: boolean;
}

/** The topic on which a thread says that something was written or read. */
export const threadTopic = (threadId: string) => `thread:${threadId}`;
