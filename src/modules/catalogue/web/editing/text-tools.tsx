import { Button, fieldId, Disclosure, useReader } from '#ui';
import { parseRichText } from '../../fragments/rich-text-blocks.ts';
import { RichText } from '../../fragments/rich-text.tsx';
import { catalogueWords } from '../../locales/index.ts';

/** Buttons over a text field, where JavaScript is there: bold and list. */
export function TextTools({ field }: { field: string }) {
  const { tools } = catalogueWords(useReader()).editor;
  return (
    <div
      class="text-tools"
      role="toolbar"
      aria-label={tools.label}
      aria-controls={fieldId(field)}
      data-island="text-tools"
      data-for={fieldId(field)}
      hidden
    >
      <Button type="button" kind="quiet" size="small" icon="bold" data-tool="bold">
        {tools.bold}
      </Button>
      <Button type="button" kind="quiet" size="small" icon="list" data-tool="list">
        {tools.list}
      </Button>
    </div>
  );
}

/** The text as buyers will read it; with JavaScript it is drawn anew whenever it is opened. */
export function TextPreview({ text }: { text: string }) {
  const { tools } = catalogueWords(useReader()).editor;
  return (
    <Disclosure summary={tools.preview}>
      <div class="text-preview" data-part="description-preview">
        {text.trim() === '' ? (
          <p class="mute">{tools.nothing}</p>
        ) : (
          <RichText blocks={parseRichText(text)} />
        )}
      </div>
    </Disclosure>
  );
}
