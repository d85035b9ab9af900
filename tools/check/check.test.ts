import { expect, it } from 'vitest';
import { type Outcome, outcomeLine, runSteps } from './run-steps.ts';
import { chooseSteps, steps } from './steps.ts';

const script = (name: string, code: string) => ({ name, command: ['-e', code] });

it('tells each step, the failed one with all it said', async () => {
  const told: Outcome[] = [];
  const outcomes = await runSteps(
    [
      script('good', "console.log('fine')"),
      script('bad', "console.log('one'); console.error('two'); process.exit(3)"),
    ],
    (outcome) => told.push(outcome),
  );
  expect(told).toEqual(outcomes);
  const bad = outcomes.find(({ name }) => name === 'bad');
  expect(bad).toMatchObject({ passed: false, output: expect.stringMatching(/one[\s\S]*two/) });
  expect(outcomes.find(({ name }) => name === 'good')).toMatchObject({ passed: true });
});

it('fails a step that cannot even begin', async () => {
  const [outcome] = await runSteps([{ name: 'gone', command: ['tools/gone.ts'] }], () => {});
  expect(outcome?.passed).toBe(false);
});

it('writes one line a step', () => {
  expect(outcomeLine({ name: 'lint', seconds: 1.234, passed: true, output: '' })).toBe(
    'ok      lint           1.2 s',
  );
  expect(outcomeLine({ name: 'lint', seconds: 1, passed: false, output: '' })).toMatch(/^FAILED/);
});

it('runs the steps named, or all', () => {
  expect(chooseSteps([])).toBe(steps);
  expect(chooseSteps(['lint']).map(({ name }) => name)).toEqual(['lint']);
  expect(() => chooseSteps(['lint', 'gone'])).toThrow(/no such step: gone/);
});
