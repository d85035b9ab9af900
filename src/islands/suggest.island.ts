const WAIT_MS = 120;
let lists = 0;

/**
 * Suggestions under a search box while somebody types: an ARIA combobox with a list. Arrows choose,
 * Enter goes there, Escape closes, the number of lines is announced. What was asked before is dropped.
 */
export default function suggest(form: HTMLElement): void {
  const input = form.querySelector('input');
  const address = form.dataset['suggestions'];
  if (!input || !address) return;
  lists += 1;
  const list = document.createElement('div');
  const said = document.createElement('p');
  const known = new Map<string, string>();
  let asking: AbortController | undefined;
  let timer = 0;
  let at = -1;

  Object.assign(list, { id: `suggestions-${lists}`, className: 'suggest-list', hidden: true });
    Object.assign(said, { className: 'visually-hidden' });
  said.setAttribute('role', 'status');
  form.append(list, said);
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': `${list.id}-box`,
    autocomplete: 'off',
  }))
    input.setAttribute(name, value);

  const options = () => list.querySelectorAll<HTMLElement>('[role=option]');
  const close = () => {
    clearTimeout(timer);
    asking?.abort();
    list.hidden = true;
    at = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const choose = (next: number) => {
    options()[at]?.setAttribute('aria-selected', 'false');
    at = next;
    const line = options()[at];
    line?.setAttribute('aria-selected', 'true');
    line?.scrollIntoView({ block: 'nearest' });
    if (line) input.setAttribute('aria-activedescendant', line.id);
    else input.removeAttribute('aria-activedescendant');
  };
  const show = (html: string) => {
    list.innerHTML = html;
    const box = list.firstElementChild as HTMLElement | null;
    if (box) box.id = `${list.id}-box`;
    // Two boxes may stand on one page: the lines' ids are this one's.
    for (const [index, line] of options().entries()) line.id = `${list.id}-${index}`;
    at = -1;
    input.removeAttribute('aria-activedescendant');
    list.hidden = options().length === 0;
    input.setAttribute('aria-expanded', String(!list.hidden));
    said.textContent = box?.dataset['said'] ?? '';
  };
  const ask = async () => {
    const text = input.value.trim();
    asking?.abort();
    if (text === '') return close();
    const before = known.get(text);
    if (before !== undefined) return show(before);
    const own = new AbortController();
    asking = own;
    try {
      const answer = await fetch(`${address}?q=${encodeURIComponent(text)}`, {
        signal: own.signal,
      });
      if (!answer.ok) return;
      const found = await answer.text();
      known.set(text, found);
      if (document.activeElement === input) show(found);
    } catch {
      // Dropped for a newer one, or the line is gone: the box works without.
    }
  };

  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), WAIT_MS) as unknown as number;
  });
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const { length } = options();
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (list.hidden) return void ask();
      event.preventDefault();
      // One place before the first line is the box itself.
      const step = event.key === 'ArrowDown' ? 1 : -1;
      choose(((at + 1 + step + length + 1) % (length + 1)) - 1);
    } else if (event.key === 'Enter' && at >= 0) {
      event.preventDefault();
      options()[at]?.click();
    } else if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      close();
    }
  });
  // A press on a line must not take the focus from the box before it is a click.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  input.addEventListener('blur', close);
}
