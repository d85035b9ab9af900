import { Banner } from '#ui';
import type { Block } from '../../site-text.ts';

/** Paragraphs, lists, tables and notes of a text, in their order. */
export function TextBlocks({ blocks }: { blocks: readonly Block[] }) {
  return (
    <div class="prose">
      {blocks.map((block, index) => (
        <TextBlock key={index} block={block} />
      ))}
    </div>
  );
}

function TextBlock({ block }: { block: Block }) {
  if (typeof block === 'string') return <p>{block}</p>;
  if ('note' in block) return <Banner icon="shield-check">{block.note}</Banner>;
  if ('table' in block) return <TextTable table={block.table} />;
  return (
    <ul class="dotted">
      {block.list.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}

function TextTable({ table }: { table: Extract<Block, { table: unknown }>['table'] }) {
  return (
    <table class="table" role="table">
      <caption class="visually-hidden">{table.caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {table.head.map((name) => (
            <th key={name} scope="col" role="columnheader">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {table.rows.map(([first, ...cells]) => (
          <tr key={first} role="row">
            <th scope="row" role="rowheader">
              {first}
            </th>
            {cells.map((cell, index) => (
              <td key={cell + index} role="cell" data-label={table.head[index + 1]}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
