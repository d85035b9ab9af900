const EVERY_MS = 3_000;
let last = Number.NEGATIVE_INFINITY;

/** Says now and then, while the text grows, that somebody is writing. */
export function tellTyping(root: HTMLElement): void {
  const now = performance.now();
  const form = root.querySelector('form:has(.composer)');
  if (now - last < EVERY_MS || !form?.querySelector('textarea')?.value) return;
  last = now;
  const token = form.querySelector<HTMLInputElement>('input[name=_csrf]')?.value ?? '';
  const body = new URLSearchParams({ _csrf: token });
  fetch(root.dataset['typing'] ?? '', { method: 'POST', body }).catch(() => undefined);
}
