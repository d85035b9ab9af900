import type { TextBlock, TextPart } from './rich-text-blocks.ts';

function Parts({ parts }: { parts: readonly TextPart[] }) {
  return <>{parts.map((part) => (part.bold ? <strong>{part.text}</strong> : part.text))}</>;
}

/** A seller's text as paragraphs, lists and bold; each paragraph in its own direction. */
export function RichText({ blocks }: { blocks: readonly TextBlock[] }) {
  return (
    <div class="user-text rich-text">
      {blocks.map((block) =>
        block.kind === 'list' ? (
          <ul>
            {block.items.map((item) => (
              <li dir="auto">
                <Parts parts={item} />
              </li>
            ))}
          </ul>
        ) : (
          <p dir="auto">
            {block.lines.map((line, index) => (
              <>
                {index > 0 && '\n'}
                <Parts parts={line} />
              </>
            ))}
          </p>
        ),
      )}
    </div>
  );
}
