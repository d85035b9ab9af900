import { cleanLine, cleanText } from '#platform/i18n';
import { InvalidInput } from '#platform/refusals';
import { lengths } from '../collection.ts';

/** What is written of a collection; a member writes one language, the house both. */
export interface CollectionInput {
  titleAr: string;
  titleEn: string;
  noteAr: string;
  noteEn: string;
  isPublic: boolean;
}

/** The input made clean: an empty English text is the Arabic one. Refuses InvalidInput. */
export function checkCollection(input: CollectionInput): CollectionInput {
  const titleAr = cleanLine(input.titleAr);
  const titleEn = cleanLine(input.titleEn) || titleAr;
  const noteAr = cleanText(input.noteAr).trim();
  const noteEn = cleanText(input.noteEn).trim() || noteAr;
  const problems: Record<string, string> = {};
  if (titleAr === '') problems.titleAr = 'required';
  if (titleAr.length > lengths.title) problems.titleAr = 'too-long';
  if (titleEn.length > lengths.title) problems.titleEn = 'too-long';
  if (noteAr.length > lengths.note) problems.noteAr = 'too-long';
  if (noteEn.length > lengths.note) problems.noteEn = 'too-long';
  if (Object.keys(problems).length > 0) throw new InvalidInput(problems);
  return { titleAr, titleEn, noteAr, noteEn, isPublic: input.isPublic };
}
