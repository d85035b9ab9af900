/** What this browser remembers of an upload, so that the same file goes on after a restart. */
export interface SavedUpload {
  url: string;
  name: string;
  size: number;
  /** The page it belongs to. */
  page: string;
  atMs: number;
  sent: number;
  done?: boolean;
}

const PREFIX = 'upload:';
const KEPT_MS = 7 * 24 * 60 * 60 * 1_000;
const HEAD_BYTES = 64 * 1024;

/** Whether anything is remembered at all. */
export function hasSavedUploads(): boolean {
  return keys().length > 0;
}

/** The same for the same file and purpose: name, size, date and a sum of its beginning. */
export async function keyOf(file: File, purpose: string): Promise<string> {
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  let sum = 0x811c9dc5;
  for (const byte of head) sum = Math.imul(sum ^ byte, 0x01000193);
  return `${PREFIX}${[purpose, file.size, file.lastModified, sum >>> 0, file.name].join(':')}`;
}

/** What is remembered under the key; nothing once its seven days are over. */
export function savedUpload(key: string): SavedUpload | undefined {
  const saved = read(key);
  if (saved && Date.now() - saved.atMs < KEPT_MS) return saved;
  if (saved) forgetUpload(key);
  return undefined;
}

/** Remembers, or says more about what is remembered. */
export function saveUpload(key: string, upload: Omit<SavedUpload, 'atMs'>): void {
  try {
    localStorage.setItem(key, JSON.stringify({ ...upload, atMs: Date.now() }));
  } catch {
    // A full or forbidden memory: it works until the page is closed.
  }
}

/** Remembers it no longer. */
export function forgetUpload(key: string): void {
  localStorage.removeItem(key);
}

/** Uploads of this page that were begun and not finished. */
export function unfinishedUploads(page: string): [string, SavedUpload][] {
  return keys().flatMap((key): [string, SavedUpload][] => {
    const saved = savedUpload(key);
    return saved && !saved.done && saved.page === page ? [[key, saved]] : [];
  });
}

function keys(): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
  } catch {
    return [];
  }
}

function read(key: string): SavedUpload | undefined {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}
