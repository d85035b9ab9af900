const QUIET_MS = 3_000;

/** Keeps what is being written with the server, a while after the last key; files stay with the form. */
export default function keepDraft(element: HTMLElement): void {
  if (!(element instanceof HTMLFormElement)) return;
  const form = element;
  const note = form.querySelector<HTMLElement>('[data-draft-note]');
  let quiet: ReturnType<typeof setTimeout> | undefined;
  const save = async () => {
    const fields = [...new FormData(form)].filter(
      (field): field is [string, string] => typeof field[1] === 'string',
    );
    const answer = await fetch(form.dataset['draft'] ?? '', {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { accept: 'application/json' },
    }).catch(() => undefined);
    // Without a line it is tried again when the line is back.
    if (!answer) addEventListener('online', () => void save(), { once: true });
    else if (answer.ok && note) note.textContent = note.dataset['draftNote'] ?? '';
  };
  form.addEventListener('input', () => {
    clearTimeout(quiet);
    if (note) note.textContent = '';
    quiet = setTimeout(() => void save(), QUIET_MS);
  });
  form.addEventListener('submit', () => clearTimeout(quiet));
}
