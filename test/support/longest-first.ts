import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take longer than their size says: begun last they would run alone at the end. */
const LONG = [
  'pages/accessibility',
  'journeys/seller',
  'properties/order-races',
  'properties/order-model',
  'attacks/hostile-forms',
];

const isLong = ({ moduleId }: TestSpecification) =>
  LONG.some((name) => moduleId.endsWith(`test/${name}.test.ts`));

/** Begins the long files of each project before the others. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}
