/** What came of one try to reach a browser or a chat. */
export type AlertOutcome =
  | { kind: 'sent' }
  /** The browser or chat is no more: nothing will ever reach it. */
  | { kind: 'gone' }
  /** Try again; `afterMs` when the other side said when. */
  | { kind: 'later'; afterMs?: number };

/** What is said, in the member's words. */
export interface AlertWords {
  /** Of the notice: the same one shown twice is shown once. */
  id: string;
  title: string;
  body: string;
  /** The whole address it leads to. */
  url: string;
  locale: string;
  dir: 'rtl' | 'ltr';
}
