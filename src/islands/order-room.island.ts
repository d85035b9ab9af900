/**
 * Keeps an order's room true: when something happens on the other side, the parts marked `data-live`
 * are fetched anew and put in place; a message is sent without leaving the page. A part that somebody
 * is writing in is left alone.
 */
export default function orderRoom(room: HTMLElement): void {
  const source = new EventSource(room.dataset['source'] ?? '');
  let waiting = false;
  const renew = async () => {
    if (waiting) return;
    waiting = true;
    await new Promise((later) => setTimeout(later, 120));
    if (document.hidden) {
      document.addEventListener('visibilitychange', () => void renew(), { once: true });
      waiting = false;
      return;
    }
    waiting = false;
    const answer = await fetch(location.pathname, { headers: { accept: 'text/html' } }).catch(
      () => undefined,
    );
    if (answer?.ok) show(room, await answer.text());
  };
  source.addEventListener('change', () => void renew());
  let opened = false;
  source.addEventListener('open', () => {
    // A connection that came back may have missed something.
    if (opened) void renew();
    opened = true;
  });
  addEventListener('pagehide', () => source.close());
  room.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !form.querySelector('.composer')) return;
    event.preventDefault();
    void send(room, form);
  });
  toEnd(room);
}

async function send(room: HTMLElement, form: HTMLFormElement): Promise<void> {
  const button = form.querySelector<HTMLButtonElement>('button:not([type=button])');
  if (button?.disabled) return;
  if (button) button.disabled = true;
  try {
    const answer = await fetch(form.action, {
      method: 'POST',
      body: new FormData(form),
      headers: { accept: 'text/html' },
    });
    const page = show(room, await answer.text(), form);
    const fresh = page.querySelector<HTMLFormElement>('form:has(.composer)');
    // Neither sent nor explained (the session ended): let the browser show what came.
    if (!fresh) return form.submit();
    form.replaceWith(fresh);
    fresh.dispatchEvent(new Event('wake-islands', { bubbles: true }));
    fresh.querySelector('textarea')?.focus();
    toEnd(room);
  } catch {
    // No connection: what was written stays; the browser's own sending says what is wrong.
    if (button) button.disabled = false;
    form.submit();
  }
}

/** Puts the live parts of a fetched page in place of ours; answers the page. */
function show(room: HTMLElement, html: string, sent?: HTMLFormElement): Document {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const part of room.querySelectorAll<HTMLElement>('[data-live]')) {
    const fresh = page.querySelector<HTMLElement>(`[data-live="${part.dataset['live']}"]`);
    if (!fresh || isInUse(part, sent)) continue;
    const end = isAtEnd(part);
    part.replaceChildren(...fresh.childNodes);
    part.dispatchEvent(new Event('wake-islands', { bubbles: true }));
    if (end) toEnd(part);
  }
  return page;
}

/** Somebody has written in it, opened something in it, or stands in it with the keyboard. */
function isInUse(part: HTMLElement, sent?: HTMLFormElement): boolean {
  if (part.contains(document.activeElement) && !sent) return part.dataset['live'] !== 'messages';
  return [
    ...part.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
      'textarea, input:not([type=hidden])',
    ),
  ].some((field) => field.value !== field.defaultValue);
}

function isAtEnd(part: HTMLElement): boolean {
  const list = part.querySelector('.messages');
  return !!list && list.scrollHeight - list.scrollTop - list.clientHeight < 80;
}

function toEnd(part: HTMLElement): void {
  const list = part.querySelector('.messages');
  list?.scrollTo({ top: list.scrollHeight });
}
