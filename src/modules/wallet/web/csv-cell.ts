/**
 * A cell of a CSV file. Text that a spreadsheet would take for a formula is defused: it may be text
 * of somebody else. Plain numbers, negative ones too, stay numbers.
 */
export function csvCell(text: string): string {
  const formula = /^[\s\0]*[=+@|%]|^[\t\r\n]|^\s*-(?!\d+(?:\.\d+)?$)/.test(text);
  return `"${(formula ? `'${text}` : text).replaceAll('"', '""')}"`;
}
