/** One word of a title or tag as the second phase of ranking reads it. */
export interface TitleWord {
  surface: string;
  term: string;
  alternates: readonly string[];
}

/** What the column `title_words` holds. */
export interface TitleWords {
  title: readonly TitleWord[];
  tags: readonly TitleWord[];
}

/** Reads the column `title_words`. */
export function readTitleWords(text: string): TitleWords {
  const [title = '', tags = ''] = text.split('\t');
  return { title: readWords(title), tags: readWords(tags) };
}

const NONE: readonly string[] = [];

function readWords(text: string): TitleWord[] {
  if (text === '') return [];
  return text.split(' ').map((word) => {
    const [surface = '', term = surface, alternates] = word.split('/');
    return { surface, term, alternates: alternates === undefined ? NONE : alternates.split(',') };
  });
}
