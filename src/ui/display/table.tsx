import type { ComponentChildren } from 'preact';

export interface Column<Row> {
  header: string;
  cell(row: Row): ComponentChildren;
  /** Amounts and counts: at the end of the line, digits under digits. */
  numeric?: boolean;
  /** Names the row: its heading, and the title of its card on a phone. */
  primary?: boolean;
}

export interface TableProps<Row> {
  /** Says what the table holds. */
  caption: string;
  showCaption?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey(row: Row): string;
  /** Totals and the like: `<tr>` elements. */
  foot?: ComponentChildren;
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const classes = column.numeric ? 'numeric' : undefined;
  if (column.primary) {
    return (
      <th scope="row" role="rowheader" class={classes}>
        {column.cell(row)}
      </th>
    );
  }
  return (
    <td role="cell" class={classes} data-label={column.header}>
      {column.cell(row)}
    </td>
  );
}

/** Rows and columns; on a phone each row is a card. Roles are written out because cards change `display`. */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, showCaption, columns, rows, rowKey, foot } = props;
  return (
    <table class="table" role="table">
      <caption class={showCaption ? undefined : 'visually-hidden'}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th
              key={column.header}
              scope="col"
              role="columnheader"
              class={column.numeric ? 'numeric' : undefined}
            >
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row">
            {columns.map((column) => (
              <Cell key={column.header} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
      {foot && <tfoot role="rowgroup">{foot}</tfoot>}
    </table>
  );
}
