import { Stopped } from './ask.ts';
import { forgetUpload, unfinishedUploads } from './saved-uploads.ts';
import { Refused, sendFile, type SentFile } from './send-file.ts';
import { type RowState, uploadRow, type UploadWords } from './upload-row.ts';

/** Sends the files of one field, one after the other. */
export interface Uploader {
  add(files: readonly File[]): void;
}

const uploaders = new WeakMap<HTMLElement, Uploader>();

/** The uploader of a file field; made with the first interest in it. */
export function uploaderOf(zone: HTMLElement): Uploader {
  const known = uploaders.get(zone);
  if (known) return known;
  const uploader = openUploader(zone);
  uploaders.set(zone, uploader);
  return uploader;
}

interface Job {
  file: File;
  state: RowState;
  stop: AbortController;
  row: ReturnType<typeof uploadRow>;
  show(state: RowState, text?: string): void;
}

function openUploader(zone: HTMLElement): Uploader {
  const form = zone.closest('form');
  const words = JSON.parse(zone.dataset['words'] ?? '{}') as UploadWords;
  const say = sayings(zone, words);
  const list = document.createElement('ul');
  list.className = 'upload-list';
  zone.after(list);
  const jobs = new Set<Job>();
  let running: Job | undefined;

  const next = () => {
    running = [...jobs].find(({ state }) => state === 'waiting');
    if (running) void run(running);
    else if (![...jobs].some(isUnderWay)) {
      zone.dispatchEvent(new Event('uploads-idle', { bubbles: true }));
    }
  };
  const run = async (job: Job) => {
    job.stop = new AbortController();
    const target = { ...targetOf(zone, form), signal: job.stop.signal };
    try {
      const sent = await sendFile(job.file, { ...target, ...reporter(job, say) });
      job.show('done');
      say.announce(words.announceDone.replace('{name}', job.file.name));
      jobs.delete(job);
      deliver(zone, job, sent);
    } catch (error) {
      if (!(error instanceof Stopped)) {
        const text = error instanceof Refused && error.message ? error.message : words.failed;
        job.show('failed', text);
        say.announce(text);
      }
    }
    next();
  };
  const goOn = (job: Job) => {
    if (!running || running === job) next();
  };
  const add = (file: File) => {
    const job = newJob(file, words, {
      changed: goOn,
      left(gone) {
        jobs.delete(gone);
        goOn(gone);
      },
    });
    list.append(job.row.element);
    const tooLarge = file.size > Number(zone.dataset['maxBytes'] ?? Number.POSITIVE_INFINITY);
    if (tooLarge) return job.show('failed', words.tooLarge.replace('{name}', file.name));
    jobs.add(job);
    job.show('waiting');
  };
  holdForm(form, { words, say: say.announce, busy: () => [...jobs].some(isUnderWay) });
  tellUnfinished(list, { words, say });
  return {
    add(files) {
      const room = roomIn(zone, form) - [...jobs].filter(isUnderWay).length;
      for (const file of files.slice(0, Math.max(0, room))) add(file);
      if (files.length > room) say.announce(words.tooMany, true);
      if (!running) next();
    },
  };
}

/** A file in line, with its row; `changed` when somebody paused it or lets it go on, `left` when cancelled. */
function newJob(
  file: File,
  words: UploadWords,
  on: { changed(job: Job): void; left(job: Job): void },
): Job {
  const row = uploadRow(file.name, words, {
    toggle() {
      const stopped = job.state === 'paused' || job.state === 'failed';
      job.show(stopped ? 'waiting' : 'paused');
      job.stop.abort();
      on.changed(job);
    },
    cancel() {
      job.stop.abort();
      row.element.remove();
      on.left(job);
    },
  });
  const job: Job = {
    file,
    row,
    state: 'waiting',
    stop: new AbortController(),
    show(state, text = words[state]) {
      job.state = state;
      row.show(state, text);
    },
  };
  return job;
}

function isUnderWay({ state }: Job): boolean {
  return state === 'waiting' || state === 'sending' || state === 'offline' || state === 'checking';
}

/** How many more files the field takes: those already in the form count. */
function roomIn(zone: HTMLElement, form: HTMLFormElement | null): number {
  const { most, field = '' } = zone.dataset;
  const there = form?.querySelectorAll(`input[type=hidden][name="${field}"]`).length ?? 0;
  return Number(most ?? 99) - there;
}

function targetOf(zone: HTMLElement, form: HTMLFormElement | null) {
  return {
    endpoint: zone.dataset['endpoint'] ?? '',
    purpose: zone.dataset['purpose'] ?? '',
    token: form?.querySelector<HTMLInputElement>('input[name=_csrf]')?.value ?? '',
    page: location.pathname,
  };
}

/** What the sending tells, put on the screen; spoken only at the quarters. */
function reporter(job: Job, say: ReturnType<typeof sayings>) {
  let spoken = 0;
  const { file } = job;
  return {
    onProgress(sent: number) {
      const share = sent / file.size;
      job.row.progress(share);
      job.show('sending', say.progress(sent, file.size));
      if (share - spoken >= 0.25 && share < 1) {
        spoken = share;
        say.announce(say.spokenProgress(file.name, share));
      }
    },
    onLine(there: boolean) {
      job.show(there ? 'sending' : 'offline');
      if (!there) say.announce(say.offline);
    },
    onCheck: () => job.show('checking'),
  };
}

/** Hands the file to the page; where nobody takes it, the form carries its id. */
function deliver(zone: HTMLElement, { file, row }: Job, sent: SentFile): void {
  const detail = { ...sent, file };
  const news = new CustomEvent('uploaded', { detail, bubbles: true, cancelable: true });
  if (!zone.dispatchEvent(news)) return row.element.remove();
  const field = document.createElement('input');
  field.type = 'hidden';
  field.name = zone.dataset['field'] ?? '';
  field.value = sent.fileId;
  row.element.append(field);
}

/** A form sent while files are on their way waits for them, then goes by itself. */
function holdForm(
  form: HTMLFormElement | null,
  on: { words: UploadWords; say(text: string, seen?: boolean): void; busy(): boolean },
): void {
  let sender: HTMLElement | null | undefined;
  form?.addEventListener(
    'submit',
    (event) => {
      if (!on.busy()) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      sender = event.submitter;
      on.say(on.words.busy, true);
    },
    { capture: true },
  );
  form?.addEventListener('uploads-idle', () => {
    if (sender !== undefined) form.requestSubmit(sender);
    sender = undefined;
  });
}

/** Says which files of this page were on their way when the browser was closed. */
function tellUnfinished(
  list: HTMLElement,
  { words, say }: { words: UploadWords; say: ReturnType<typeof sayings> },
): void {
  for (const [key, saved] of unfinishedUploads(location.pathname)) {
    const note = document.createElement('li');
    note.className = 'upload-row';
    const text = document.createElement('span');
    text.textContent = words.unfinished
      .replace('{name}', `\u2068${saved.name}\u2069`)
      .replace('{share}', say.share(saved.sent / saved.size));
    const forget = document.createElement('button');
    forget.type = 'button';
    forget.className = 'btn btn-quiet btn-small';
    forget.textContent = words.forget;
    forget.addEventListener('click', () => {
      forgetUpload(key);
      note.remove();
    });
    note.append(text, forget);
    list.append(note);
    // Chosen again, it shows its own row.
    addEventListener('uploaded', () => note.remove(), { once: true });
  }
}

/** Numbers and sentences in the reader's language and digits; a polite voice for screen readers. */
function sayings(zone: HTMLElement, words: UploadWords) {
  const tag = zone.dataset['tag'] ?? 'ar';
  const percent = new Intl.NumberFormat(tag, { style: 'percent' });
  const voice = document.createElement('p');
  voice.className = 'upload-voice visually-hidden';
  voice.setAttribute('role', 'status');
  zone.after(voice);
  const bytes = (size: number) => {
    const mega = size >= 1_048_576;
    const value = mega ? size / 1_048_576 : Math.ceil(size / 1024);
    const unit = mega ? 'megabyte' : 'kilobyte';
    return new Intl.NumberFormat(tag, {
      style: 'unit',
      unit,
      maximumFractionDigits: mega ? 1 : 0,
    }).format(value);
  };
  return {
    offline: words.offline,
    share: (share: number) => percent.format(share),
    progress: (sent: number, size: number) =>
      words.sending
        .replace('{share}', percent.format(Math.floor((sent / size) * 100) / 100))
        .replace('{sent}', bytes(sent))
        .replace('{size}', bytes(size)),
    spokenProgress: (name: string, share: number) =>
      words.announce
        .replace('{name}', name)
        .replace('{share}', percent.format(Math.round(share * 100) / 100)),
    announce(text: string, seen = false) {
      voice.classList.toggle('visually-hidden', !seen);
      voice.textContent = text;
    },
  };
}
