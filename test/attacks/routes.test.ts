import { anExampleWorld } from '#test/examples';
import { visitsOf } from '#test/visits';
import { expect, it } from 'vitest';

const examples = await anExampleWorld();
const { visits, unvisited } = visitsOf(examples);

it('leaves no page of the route list without a visitor', () => {
  expect(unvisited).toEqual([]);
});

it.each(visits)('shows $path to $as', async ({ path, as, status }) => {
  const answer = await examples.browser(as).get(encodeURI(decodeURI(path)));
  expect([answer.status, answer.location]).toEqual([status, undefined]);
});
