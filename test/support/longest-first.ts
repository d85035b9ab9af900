import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take longer than their size says: begun last they would run alone at the end. */
const LONG = [
  'test/pages/accessibility',
  'test/journeys/seller',
  'test/journeys/buyer',
  'test/properties/order-races',
  'test/properties/order-model',
  'test/attacks/hostile-forms',
  'db/worlds/souq/souq',
];

const isLong = ({ moduleId }: TestSpecification) =>
  LONG.some((name) => moduleId.endsWith(`/${name}.test.ts`));

/** Begins the long files of each project before the others. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}
