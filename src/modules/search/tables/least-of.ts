/** Those `most` of all that count least, the least first; equals in their own order. */
export function leastOf<T>(all: readonly T[], most: number, count: (one: T) => number): T[] {
  const least: { one: T; counts: number }[] = [];
  for (const one of all) {
    const counts = count(one);
    if (least.length === most && counts >= (least.at(-1)?.counts ?? 0)) continue;
    let at = least.length;
    while (at > 0 && (least[at - 1]?.counts ?? 0) > counts) at -= 1;
    least.splice(at, 0, { one, counts });
    if (least.length > most) least.pop();
  }
  return least.map(({ one }) => one);
}
