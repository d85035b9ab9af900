const SHOWN_LINES = 60;

/**
 * The lines that only one of two texts has, `-` for `before` and `+` for `after`, in the order of the
 * texts: by longest common subsequence between the first and the last line that differ.
 */
export function difference(before: string, after: string): string {
  const [left, right] = trimEqualEnds(before.split('\n'), after.split('\n'));
  const lines = left.length * right.length > 4_000_000 ? bluntly(left, right) : finely(left, right);
  const rest = lines.length - SHOWN_LINES;
  return [...lines.slice(0, SHOWN_LINES), ...(rest > 0 ? [`  … and ${rest} lines more`] : [])].join(
    '\n',
  );
}

function trimEqualEnds(left: string[], right: string[]): [string[], string[]] {
  let start = 0;
  while (start < Math.min(left.length, right.length) && left[start] === right[start]) start += 1;
  let end = 0;
  const most = Math.min(left.length, right.length) - start;
  while (end < most && left.at(-1 - end) === right.at(-1 - end)) end += 1;
  return [left.slice(start, left.length - end), right.slice(start, right.length - end)];
}

function bluntly(left: string[], right: string[]): string[] {
  return [...left.map((line) => `- ${line}`), ...right.map((line) => `+ ${line}`)];
}

function finely(left: string[], right: string[]): string[] {
  const common = commonLengths(left, right);
  const at = (i: number, j: number) => common[i * (right.length + 1) + j] ?? 0;
  const lines: string[] = [];
  let i = 0;
  let j = 0;
  while (i < left.length || j < right.length) {
    if (i < left.length && j < right.length && left[i] === right[j]) {
      i += 1;
      j += 1;
    } else if (j >= right.length || (i < left.length && at(i + 1, j) >= at(i, j + 1))) {
      lines.push(`- ${left[i]}`);
      i += 1;
    } else {
      lines.push(`+ ${right[j]}`);
      j += 1;
    }
  }
  return lines;
}

/** At [i, j]: how many lines the tails of both texts, from i and from j, have in common. */
function commonLengths(left: string[], right: string[]): Uint32Array {
  const width = right.length + 1;
  const lengths = new Uint32Array((left.length + 1) * width);
  const at = (index: number) => lengths[index] ?? 0;
  for (let i = left.length - 1; i >= 0; i -= 1) {
    for (let j = right.length - 1; j >= 0; j -= 1) {
      const here = i * width + j;
      const same = left[i] === right[j];
      lengths[here] = same ? at(here + width + 1) + 1 : Math.max(at(here + width), at(here + 1));
    }
  }
  return lengths;
}
