type Mark = readonly [from: number, to: number];

/** A text with the pieces that were searched for in `<mark>`; pieces lie in order and do not overlap. */
export function Marked(props: { text: string; marks?: readonly Mark[] }) {
  const { text, marks = [] } = props;
  let at = 0;
  const parts = marks.flatMap(([from, to]) => {
    if (from < at || to <= from || to > text.length) return [];
    const before = text.slice(at, from);
    at = to;
    return [before, <mark key={from}>{text.slice(from, to)}</mark>];
  });
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}
