import type { Module } from '#platform/module';
import { membersRoutes } from './admin/members.routes.tsx';
import { cleanSignInJob } from './jobs/clean-sign-in.job.ts';
import { createAdmin } from './joining/create-admin.ts';
import { identityWords } from './locales/index.ts';
import { identityListeners } from './notices/identity.listener.ts';
import { authenticate } from './signing-in/authenticate.ts';
import { followVisitors } from './signing-in/visitor-cache.ts';
import { resetPasswordRoutes } from './web/reset-password.routes.tsx';
import { securityRoutes } from './web/security.routes.tsx';
import { settingsRoutes } from './web/settings.routes.tsx';
import { signInRoutes } from './web/sign-in.routes.tsx';
import { signUpRoutes } from './web/sign-up.routes.tsx';
import { verifyEmailRoutes } from './web/verify-email.routes.tsx';

export const identityModule = {
  name: 'identity',
  routes: [
    ...signUpRoutes,
    ...verifyEmailRoutes,
    ...signInRoutes,
    ...resetPasswordRoutes,
    ...settingsRoutes,
    ...securityRoutes,
    ...membersRoutes,
  ],
  jobs: [cleanSignInJob],
  listeners: identityListeners,
  refusalWords: (locale) => identityWords(locale).refusals,
} satisfies Module;

export { authenticate, createAdmin, followVisitors };
