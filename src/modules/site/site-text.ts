import type { RuleWords } from './rule-words.ts';

/** A part of a text: a paragraph, a list, a table, or something to be remembered. */
export type Block =
  | string
  | { list: readonly string[] }
  | { note: string }
  | {
      table: {
        caption: string;
        head: readonly string[];
        rows: readonly (readonly string[])[];
      };
    };

export interface TextSection {
  title: string;
  blocks: readonly Block[];
}

/** A page of text: its sections in the order of their keys, which are its anchors too. */
export interface SiteText<Key extends string> {
  title: string;
  lead: string;
  sections: Readonly<Record<Key, TextSection>>;
}

/** A text that names rules takes them from the settings. */
export type WrittenText<Key extends string> = (rules: RuleWords) => SiteText<Key>;

/** A text as a page shows it, whatever its keys are. */
export type AnyText = SiteText<string>;
