import { describe, expect, it } from 'vitest';
import { csvCell } from './csv-cell.ts';

describe('a cell of the movements as CSV', () => {
  it.each([
    ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
    ['+1+1', `"'+1+1"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['-2+cmd|calc', `"'-2+cmd|calc"`],
    ['-cmd', `"'-cmd"`],
    [' =1', `"' =1"`],
    ['\t=1', `"'\t=1"`],
    ['-15.00', '"-15.00"'],
    ['15.00', '"15.00"'],
    ['قال "نعم", ثم مضى', '"قال ""نعم"", ثم مضى"'],
    ['', '""'],
  ])('%j becomes %s', (text, cell) => {
    expect(csvCell(text)).toBe(cell);
  });
});
