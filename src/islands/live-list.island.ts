/**
 * A list whose filters, orders and chips are applied in place: the page of the new address is fetched
 * and its parts (`data-part`) exchanged. Whatever goes wrong, the browser goes to the address itself.
 */
export default function liveList(root: HTMLElement): void {
  let asking: AbortController | undefined;

  const show = async (url: URL, remember: boolean) => {
    asking?.abort();
    const own = new AbortController();
    asking = own;
    root.setAttribute('aria-busy', 'true');
    try {
      const answer = await fetch(url, { signal: own.signal, headers: { accept: 'text/html' } });
      const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const there = next.getElementById(root.id);
      if (!answer.ok || !there) throw new Error('no list');
      if (remember) history.pushState(null, '', url);
      document.title = next.title;
      exchange(root, there);
      root.removeAttribute('aria-busy');
    } catch {
      if (own.signal.aborted) return;
      location.assign(url);
    }
  };

  root.addEventListener('change', (event) => {
    const form = (event.target as HTMLElement).closest('form');
    if (form?.method === 'get') void show(addressOf(form), true);
  });
  root.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    if (form.method !== 'get') return;
    event.preventDefault();
    form.closest<HTMLElement>('[popover]:popover-open')?.hidePopover();
    void show(addressOf(form), true);
  });
  root.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('[data-live] a');
    const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!link || !plain || link.pathname !== location.pathname) return;
    event.preventDefault();
    void show(new URL(link.href), true);
  });
  addEventListener('popstate', () => void show(new URL(location.href), false));
}

/** The address a form would lead to, without what was left empty. */
function addressOf(form: HTMLFormElement): URL {
  const url = new URL(form.action);
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string' && value !== '') url.searchParams.append(name, value);
  return url;
}

function exchange(root: HTMLElement, there: HTMLElement): void {
  const at = document.activeElement;
  const inside = at instanceof HTMLElement && root.contains(at);
  for (const part of root.querySelectorAll<HTMLElement>('[data-part]')) {
    const fresh = there.querySelector(`[data-part="${part.dataset['part']}"]`);
    if (fresh && fresh.innerHTML !== part.innerHTML) part.innerHTML = fresh.innerHTML;
  }
  root.dispatchEvent(new CustomEvent('wake-islands', { bubbles: true }));
  if (inside && !at.isConnected) sameAs(root, at)?.focus({ preventScroll: true });
}

/** Where the focus was, in the new parts; the list's heading when that is gone. */
function sameAs(root: HTMLElement, was: HTMLElement): HTMLElement | null {
  const named = was.id ? document.getElementById(was.id) : null;
  if (was instanceof HTMLInputElement) {
    const choice = `input[name="${CSS.escape(was.name)}"]`;
    const same = root.querySelector<HTMLElement>(`${choice}[value="${CSS.escape(was.value)}"]`);
    return same ?? named ?? root.querySelector<HTMLElement>(choice);
  }
  if (named) return named;
  const href = was.getAttribute('href');
  const link = href ? root.querySelector<HTMLElement>(`a[href="${CSS.escape(href)}"]`) : null;
  if (link) return link;
  const heading = root.querySelector('h1');
  heading?.setAttribute('tabindex', '-1');
  return heading;
}
