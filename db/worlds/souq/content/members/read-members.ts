import type { Level, MemberContent, SellerContent } from '../shapes.ts';
import { timeZoneOf } from './places.ts';

const listOf = (text: string): string[] => text.split(',').map((entry) => entry.trim());

function cell(cells: readonly string[], at: number): string {
  const value = cells[at];
  if (value === undefined || value === '')
    throw new Error(`Cell ${at} missing: ${cells.join('|')}`);
  return value;
}

function readPerson(lines: readonly string[]): { member: MemberContent; cells: string[] } {
  const [head = '', headline = '', bio = ''] = lines;
  const cells = head.split('|').map((part) => part.trim());
  const country = cell(cells, 3);
  const skills = lines.find((line) => line.startsWith('skills:'))?.slice(7);
  return {
    cells,
    member: {
      handle: cell(cells, 0),
      displayName: cell(cells, 1),
      gender: cell(cells, 2) === 'f' ? 'f' : 'm',
      country,
      timeZone: timeZoneOf(country),
      languages: cell(cells, 4).split(' '),
      joinedDaysAgo: Number(cell(cells, 5)),
      headline,
      bio,
      skills: skills === undefined ? [] : listOf(skills),
    },
  };
}

const blocksOf = (text: string): string[][] =>
  text
    .trim()
    .split(/\n\s*\n/)
    .map((block) => block.split('\n').map((line) => line.trim()));

/** Reads people written as blocks: a line of cells, a headline, a bio (two lines may be absent). */
export function readMembers(text: string): MemberContent[] {
  return blocksOf(text).map((lines) => readPerson(lines).member);
}

/** Reads sellers: as members, with the level in the first line and the lines `skills:`, `sells:`. */
export function readSellers(text: string): SellerContent[] {
  return blocksOf(text).map((lines) => {
    const { member, cells } = readPerson(lines);
    const sells = lines.find((line) => line.startsWith('sells:'))?.slice(6);
    if (sells === undefined) throw new Error(`${member.handle} sells nothing`);
    return { ...member, level: cell(cells, 6) as Level, leafKeys: listOf(sells) };
  });
}
