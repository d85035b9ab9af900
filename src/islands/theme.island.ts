/** Changes the colours at once and tells the server in the background. */
export default function theme(form: HTMLElement): void {
  if (!(form instanceof HTMLFormElement)) return;
  form.addEventListener('submit', (event) => {
    const button = event.submitter;
    if (!(button instanceof HTMLButtonElement)) return;
    event.preventDefault();
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form, button)) body.append(name, String(value));
    show(button.value);
    for (const other of form.querySelectorAll('button')) {
      other.setAttribute('aria-pressed', String(other === button));
    }
    void fetch(form.action, { method: 'POST', body, redirect: 'manual' });
  });
}

function show(choice: string): void {
  const root = document.documentElement;
  if (choice === 'auto') delete root.dataset['theme'];
  else root.dataset['theme'] = choice;
  const scheme = document.querySelector('meta[name="color-scheme"]');
  scheme?.setAttribute('content', choice === 'auto' ? 'light dark' : choice);
}
