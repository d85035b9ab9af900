import { cleanLine } from '#platform/i18n';

/** A name fit for a header and a list: one line, no path, at most 120 characters with its ending. */
export function plainName(fileName: string): string {
  const line = cleanLine(fileName)
    .replace(/^.*[\\/]/, '')
    .replace(/[<>:"|?*]/g, '_');
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(line)?.[0] ?? '';
  const stem = line.slice(0, line.length - ending.length);
  return `${stem.slice(0, 112).toWellFormed() || 'file'}${ending}`;
}
