import { draftOf } from './draft.ts';
import { tellTyping } from './typing.ts';
import { messagesOf, putNewest, readOn } from './window.ts';

/**
 * A conversation that stays true: what is said on the other side comes in by itself, older messages are
 * put in place, what is written is kept on the device until it is sent.
 */
export default function thread(root: HTMLElement): void {
  const source = new EventSource(root.dataset['source'] ?? '');
  const renew = renewer(root);
  let opened = false;
  source.addEventListener('change', renew);
  source.addEventListener('open', () => {
    // A connection that came back may have missed something.
    if (opened) renew();
    opened = true;
  });
  addEventListener('pagehide', () => source.close());
  const typing = root.querySelector<HTMLElement>('[data-typing-note]');
  let quiet: ReturnType<typeof setTimeout> | undefined;
  source.addEventListener('typing', () => {
    if (!typing) return;
    typing.hidden = false;
    clearTimeout(quiet);
    quiet = setTimeout(() => (typing.hidden = true), 5_000);
  });
  root.addEventListener('click', (event) => {
    const at = event.target as Element;
    const link = at.closest<HTMLAnchorElement>('.messages a[rel=prev], .messages a[rel=next]');
    const quick = at.closest<HTMLElement>('[data-quick-reply]');
    if (quick) putIn(root, quick.dataset['quickReply'] ?? '');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    readOn(root, link).catch(() => location.assign(link.href));
  });
  const draft = draftOf(root);
  draft.restore();
  root.addEventListener('input', () => {
    draft.keep();
    tellTyping(root);
  });
  root.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !form.querySelector('.composer')) return;
    event.preventDefault();
    void send(root, form, draft);
  });
  addEventListener('online', () => {
    const form = composerOf(root);
    if (form && draft.isWaiting()) form.requestSubmit();
  });
  const list = messagesOf(root);
  if (!list?.querySelector('a[rel=next]')) list?.scrollTo({ top: list.scrollHeight });
}

const composerOf = (root: ParentNode) => root.querySelector<HTMLFormElement>('form:has(.composer)');

/** Fetches the newest once for however many words of it; while hidden it waits to be looked at. */
function renewer(root: HTMLElement): () => void {
  let waiting = false;
  const renew = async () => {
    if (waiting) return;
    waiting = true;
    await new Promise((later) => setTimeout(later, 120));
    waiting = false;
    if (document.hidden) {
      document.addEventListener('visibilitychange', () => void renew(), { once: true });
      return;
    }
    const answer = await fetch(location.pathname, { headers: { accept: 'text/html' } }).catch(
      () => undefined,
    );
    if (answer?.ok) putNewest(root, await answer.text());
  };
  return () => void renew();
}

async function send(
  root: HTMLElement,
  form: HTMLFormElement,
  draft: ReturnType<typeof draftOf>,
): Promise<void> {
  const button = form.querySelector<HTMLButtonElement>('button:not([type=button])');
  if (button?.disabled) return;
  if (button) button.disabled = true;
  let html: string;
  try {
    const body = new FormData(form);
    const answer = await fetch(form.action, {
      method: 'POST',
      body,
      headers: { accept: 'text/html' },
    });
    html = await answer.text();
  } catch {
    // No connection: it is kept, and sent with the same key when the line is back.
    if (button) button.disabled = false;
    draft.wait();
    return;
  }
  const page = putNewest(root, html);
  const fresh = composerOf(page);
  // Neither sent nor explained (the session ended): let the browser show what came.
  if (!fresh) return form.submit();
  draft.forget();
  form.replaceWith(fresh);
  fresh.dispatchEvent(new Event('wake-islands', { bubbles: true }));
  fresh.parentElement?.dispatchEvent(new Event('wake-islands', { bubbles: true }));
  fresh.querySelector('textarea')?.focus();
  const list = messagesOf(root);
  list?.scrollTo({ top: list.scrollHeight });
}

function putIn(root: HTMLElement, text: string): void {
  const field = composerOf(root)?.querySelector('textarea');
  if (!field) return;
  field.value = field.value.trim() === '' ? text : `${field.value.trimEnd()}\n${text}`;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.focus();
}
