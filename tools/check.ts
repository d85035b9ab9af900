/**
 * `npm run check`: every rule of the house, each an error or off.
 * `npm run check -- lint types` runs only the steps named; `npm run check -- --fix` first mends what a
 * machine can (format, some lint).
 */
import { type Outcome, outcomeLine, runStep, runSteps } from './check/run-steps.ts';
import { chooseSteps, mending } from './check/steps.ts';

const say = (outcome: Outcome) => console.log(outcomeLine(outcome));
const args = process.argv.slice(2);
const startedAt = performance.now();
if (args.includes('--fix')) for (const step of mending) await runStep(step);
const outcomes = await runSteps(chooseSteps(args.filter((arg) => arg !== '--fix')), say);
const failed = outcomes.filter(({ passed }) => !passed);
for (const { name, output } of failed) {
  console.log(`\n── ${name} ${'─'.repeat(60)}\n${output.trimEnd()}`);
}
const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
console.log(
  failed.length === 0
    ? `\nThe check passed in ${seconds} s.`
    : `\nThe check failed in ${seconds} s: ${failed.map(({ name }) => name).join(', ')}.`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
