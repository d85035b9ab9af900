import { defineJob } from '#platform/jobs';
import { cleanSignIn } from '../signing-in/clean-sign-in.ts';

/** Nightly: what signs nobody in any more. */
export const cleanSignInJob = defineJob({
  name: 'identity.clean-sign-in',
  schedule: '17 2 * * *',
  run: (ctx) => cleanSignIn(ctx),
});
