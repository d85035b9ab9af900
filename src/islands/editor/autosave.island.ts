const QUIET_MS = 2_500;
const KEEP_MS = 600;
const MINUTE_MS = 60_000;

type Words = Record<
  'saving' | 'saved' | 'offline' | 'wrong' | 'edited' | 'found' | 'restore' | 'discard' | 'reload',
  string
>;
type Timer = ReturnType<typeof setTimeout> | undefined;
type Fields = [string, string][];
interface Kept {
  version: string;
  atMs: number;
  fields: Fields;
  /** The form was sent with it. */
  sent?: boolean;
}

/**
 * Keeps a draft by itself: a while after the last key the form is sent for keeping; what could not be
 * sent stays in this browser and is offered back. A draft that was changed elsewhere is not written
 * over: it is said, and nothing more is sent.
 */
export default function autosave(element: HTMLElement): void {
  if (!(element instanceof HTMLFormElement)) return;
  const form = element;
  const { draft = '', keep = '', tag = 'ar' } = form.dataset;
  const words = JSON.parse(form.dataset['words'] ?? '{}') as Words;
  const note = noteOf(form, tag);
  let sent = textOf(form);
  let quiet: Timer;
  let keeping: Timer;
  let busy = false;
  let over = false;
  let sender: HTMLElement | null | undefined;

  offerBack(form, { key: keep, words, tag });

  const save = async () => {
    if (over || draft === '') return;
    if (busy) return later();
    const now = textOf(form);
    if (now === sent) return;
    busy = true;
    note.say(words.saving);
    const answer = await send(form, draft);
    busy = false;
    if (answer?.version !== undefined) versionOf(form).value = String(answer.version);
    if (sender !== undefined) return form.requestSubmit(sender);
    if (answer === undefined) {
      note.say(words.offline);
      addEventListener('online', () => void save(), { once: true });
      return;
    }
    if (answer.version !== undefined) {
      sent = now;
      // Written on meanwhile: that is not saved yet, and nothing says it is.
      if (textOf(form) !== now) return later();
      note.saved(words.saved);
      return forget(keep);
    }
    over = answer.status === 409;
    note.say(over ? words.edited : `${words.wrong} ${answer.problem ?? ''}`.trim());
    if (over) note.offer(words.reload, () => location.assign(location.pathname));
  };
  const later = () => {
    clearTimeout(quiet);
    quiet = setTimeout(() => void save(), QUIET_MS);
  };
  form.addEventListener('input', () => {
    note.say(busy ? words.saving : '');
    clearTimeout(keeping);
    keeping = setTimeout(() => keepHere(form, keep), KEEP_MS);
    later();
  });
  // Sent while the draft is on its way, the form would look like another window's.
  form.addEventListener('submit', (event) => {
    clearTimeout(quiet);
    clearTimeout(keeping);
    keepHere(form, keep, true);
    if (!busy) return;
    event.preventDefault();
    sender = event.submitter;
  });
  // A form that was given back unsaved is saved as soon as it stands there.
  if (form.dataset['unsaved'] !== undefined) {
    sent = '';
    later();
  }
}

interface Saved {
  status: number;
  version?: number;
  problem?: string;
}

async function send(form: HTMLFormElement, url: string): Promise<Saved | undefined> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      body: new URLSearchParams(fieldsOf(form)),
      headers: { accept: 'application/json' },
    });
    if (answer.status >= 500) return undefined;
    const { version, problem, detail } = await answer.json();
    return { status: answer.status, version, problem: problem ?? detail };
  } catch {
    return undefined;
  }
}

function versionOf(form: HTMLFormElement): HTMLInputElement {
  return form.elements.namedItem('version') as HTMLInputElement;
}

function fieldsOf(form: HTMLFormElement): Fields {
  return [...new FormData(form)].filter(
    (field): field is [string, string] => typeof field[1] === 'string' && field[0] !== '_act',
  );
}

/** What somebody wrote, without what the page itself carries. */
function textOf(form: HTMLFormElement): string {
  return JSON.stringify(fieldsOf(form).filter(([name]) => !/^(?:_csrf|version)$|\.id$/.test(name)));
}

function keepHere(form: HTMLFormElement, key: string, sent = false): void {
  const fields = fieldsOf(form).filter(([name]) => name !== '_csrf');
  const kept: Kept = { version: versionOf(form).value, atMs: Date.now(), fields, sent };
  try {
    localStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // A full or forbidden memory: the draft is kept by the server alone.
  }
}

function forget(key: string): void {
  localStorage.removeItem(key);
}

/** Text of this browser that the page does not show is offered back, never put in by itself. */
function offerBack(form: HTMLFormElement, on: { key: string; words: Words; tag: string }): void {
  const { key, words, tag } = on;
  const kept = readKept(key);
  if (!kept) return;
  const arrived = kept.sent && Number(versionOf(form).value) > Number(kept.version);
  if (arrived || loosely(kept.fields) === loosely(fieldsOf(form))) return forget(key);
  const banner = document.createElement('div');
  banner.className = 'banner banner-info draft-found';
  banner.setAttribute('role', 'region');
  const text = document.createElement('p');
  const time = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' });
  text.textContent = words.found.replace('{time}', time.format(kept.atMs));
  banner.setAttribute('aria-label', text.textContent);
  banner.append(
    text,
    button(words.restore, () => restore(form, kept)),
    button(words.discard, () => {
      forget(key);
      banner.remove();
    }),
  );
  form.before(banner);
}

/** Fields as they mean the same: the server tidies spaces and commas, and drops rows left blank. */
function loosely(fields: Fields): string {
  return fields
    .filter(([name]) => !/^(?:_csrf|version)$|\.(?:id|days|kind)$/.test(name))
    .map(([name, value]) => [name, value.replace(/[\s،,]+/g, ' ').trim()])
    .filter(([, value]) => value !== '')
    .join('\n');
}

function readKept(key: string): Kept | undefined {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

/** The server draws the form with the kept text: rows and pictures are in their places again. */
function restore(form: HTMLFormElement, kept: Kept): void {
  const sender = document.createElement('form');
  sender.method = 'post';
  sender.action = form.action;
  const csrf = new FormData(form).get('_csrf') as string;
  for (const [name, value] of [...kept.fields, ['_csrf', csrf], ['_act', 'show']] as Fields) {
    const field = document.createElement('input');
    field.type = 'hidden';
    field.name = name;
    field.value = value;
    sender.append(field);
  }
  form.after(sender);
  sender.submit();
}

function button(text: string, act: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = 'btn btn-secondary btn-small';
  element.textContent = text;
  element.addEventListener('click', act);
  return element;
}

/** The line that says how the draft stands; its clock is not read out every minute. */
function noteOf(form: HTMLFormElement, tag: string) {
  const line = document.createElement('p');
  line.className = 'draft-note';
  const state = document.createElement('span');
  state.setAttribute('role', 'status');
  const ago = document.createElement('span');
  line.append(state, ' ', ago);
  form.append(line);
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
  let atMs: number | undefined;
  const tick = () => {
    if (atMs === undefined) return;
    const minutes = Math.floor((Date.now() - atMs) / MINUTE_MS);
    const hours = Math.floor(minutes / 60);
    ago.textContent =
      hours > 0
        ? relative.format(-hours, 'hour')
        : minutes > 0
          ? relative.format(-minutes, 'minute')
          : relative.format(0, 'second');
  };
  setInterval(tick, MINUTE_MS / 4);
  return {
    say(text: string) {
      atMs = undefined;
      ago.textContent = '';
      state.textContent = text;
    },
    saved(text: string) {
      state.textContent = text;
      atMs = Date.now();
      tick();
    },
    offer: (text: string, act: () => void) => line.append(' ', button(text, act)),
  };
}
