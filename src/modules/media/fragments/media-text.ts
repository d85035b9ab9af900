import type { Locale, Reader } from '#platform/i18n';
import { mediaWords } from '../locales/index.ts';

interface UploadRefusal {
  code: string;
  details: Record<string, unknown>;
}

/** Why an upload was refused, in the reader's words, to stand beside the file field. */
export function mediaText(to: Locale | Reader, refusal: UploadRefusal): string {
  const words: Readonly<
    Record<string, string | ((details: Record<string, string | number>) => string)>
  > = mediaWords(to).refusals;
  const say = words[refusal.code] ?? words['broken-image'] ?? '';
  return typeof say === 'string' ? say : say(refusal.details as Record<string, string | number>);
}
