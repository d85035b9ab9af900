import { diffWords, type Run } from './diff-words.ts';

/** A field whose text is not the same in two versions. */
export interface FieldChange {
  field: string;
  /** What the old version said, with what is gone marked; what the new one says, with what is new. */
  before: Run[];
  after: Run[];
}

/** The fields that differ, in the order of the first version's; texts as they are printed for people. */
export function compareTexts(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): FieldChange[] {
  return Object.keys(before).flatMap((field) => {
    const [old = '', next = ''] = [before[field], after[field]];
    if (old === next) return [];
    const runs = diffWords(old, next);
    return {
      field,
      before: runs.filter(({ kind }) => kind !== 'added'),
      after: runs.filter(({ kind }) => kind !== 'removed'),
    };
  });
}
