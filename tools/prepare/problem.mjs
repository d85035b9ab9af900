/** Something the person at the terminal must put right: its message is the one line they see. */
export class Problem extends Error {}

/** The last line of a program's output that says something, for the end of a Problem's line. */
export function lastWords(output) {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  return lines.at(-1)?.trim() ?? 'it said nothing';
}

/** One line to the terminal. */
export function tell(line) {
  process.stdout.write(`${line}\n`);
}
