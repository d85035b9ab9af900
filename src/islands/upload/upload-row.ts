/** Words of the file field, as the page wrote them in its reader's language. */
export type UploadWords = Record<
  | 'waiting'
  | 'sending'
  | 'offline'
  | 'paused'
  | 'checking'
  | 'done'
  | 'failed'
  | 'pause'
  | 'resume'
  | 'cancel'
  | 'retry'
  | 'forget'
  | 'tooLarge'
  | 'tooMany'
  | 'unfinished'
  | 'busy'
  | 'announce'
  | 'announceDone',
  string
>;

export type RowState =
  | 'waiting'
  | 'sending'
  | 'offline'
  | 'paused'
  | 'checking'
  | 'done'
  | 'failed';

/** One file on the screen: its name, how far it is, and what can be done about it. */
export interface UploadRow {
  element: HTMLLIElement;
  show(state: RowState, text: string): void;
  progress(share: number): void;
}

/** Makes the row; `act` is what its buttons do. */
export function uploadRow(
  name: string,
  words: UploadWords,
  act: { toggle(): void; cancel(): void },
): UploadRow {
  const element = document.createElement('li');
  element.className = 'upload-row';
  const title = document.createElement('bdi');
  title.textContent = name;
  const note = document.createElement('small');
  const bar = document.createElement('progress');
  bar.max = 1;
  bar.value = 0;
  bar.setAttribute('aria-label', name);
  const toggle = button(act.toggle);
  const cancel = button(act.cancel);
  cancel.textContent = words.cancel;
  const buttons = document.createElement('span');
  buttons.className = 'upload-buttons';
  buttons.append(toggle, cancel);
  element.append(title, bar, note, buttons);
  const labels: Partial<Record<RowState, string>> = {
    paused: words.resume,
    failed: words.retry,
    waiting: words.pause,
    sending: words.pause,
    offline: words.pause,
  };
  return {
    element,
    show(state, text) {
      element.dataset['state'] = state;
      note.textContent = text;
      toggle.textContent = labels[state] ?? '';
      toggle.hidden = labels[state] === undefined;
      for (const one of [toggle, cancel])
        one.setAttribute('aria-label', `${one.textContent} ${name}`);
    },
    progress(share) {
      bar.value = share;
    },
  };
}

function button(act: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = 'btn btn-quiet btn-small';
  element.addEventListener('click', act);
  return element;
}
