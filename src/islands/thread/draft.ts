interface Kept {
  text: string;
  /** The key of its form: the same message, however often it is sent. */
  key: string;
  /** It was sent without a connection. */
  waiting: boolean;
}

/** What is being written in a conversation, kept on this device until it is sent. */
export function draftOf(root: HTMLElement) {
  const name = `draft:${location.pathname}`;
  const note = root.querySelector<HTMLElement>('[data-waiting-note]');
  const parts = () => {
    const form = root.querySelector('form:has(.composer)');
    return {
      text: form?.querySelector('textarea'),
      key: form?.querySelector<HTMLInputElement>('input[name=idempotencyKey]'),
    };
  };
  const read = (): Kept | undefined => {
    try {
      return JSON.parse(localStorage.getItem(name) ?? 'null') ?? undefined;
    } catch {
      return undefined;
    }
  };
  const write = (waiting: boolean) => {
    const { text, key } = parts();
    const kept: Kept = { text: text?.value ?? '', key: key?.value ?? '', waiting };
    try {
      if (kept.text === '') localStorage.removeItem(name);
      else localStorage.setItem(name, JSON.stringify(kept));
    } catch {
      // A full or closed store: the text stays in the field.
    }
  };
  const show = (waiting: boolean) => {
    if (note) note.hidden = !waiting;
  };
  return {
    restore() {
      const kept = read();
      const { text, key } = parts();
      if (!kept || !text || text.value !== '') return;
      text.value = kept.text;
      if (!kept.waiting) return;
      if (key) key.value = kept.key;
      show(true);
      if (navigator.onLine) text.form?.requestSubmit();
    },
    keep: () => write(false),
    wait() {
      write(true);
      show(true);
    },
    isWaiting: () => read()?.waiting === true,
    forget() {
      localStorage.removeItem(name);
      show(false);
    },
  };
}
