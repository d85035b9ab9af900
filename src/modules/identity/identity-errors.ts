import { Refusal } from '#platform/refusals';

/** Email and password do not open an account, or its email is not verified: one answer for all. */
export class SignInRefused extends Refusal {
  constructor() {
    super('identity-sign-in-refused', { status: 422 });
  }
}

/** The operator has closed sign-up for now. */
export class SignUpClosed extends Refusal {
  constructor() {
    super('identity-sign-up-closed');
  }
}

/** A one-time link that was used, has expired or never existed. */
export class LinkIsVoid extends Refusal {
  constructor() {
    super('identity-link-is-void');
  }
}

/** The act needs a verified email (buying, selling). */
export class EmailNotVerified extends Refusal {
  constructor() {
    super('identity-email-not-verified');
  }
}

/** The last admin stays one: somebody must be able to grant roles. */
export class LastAdmin extends Refusal {
  constructor() {
    super('identity-last-admin');
  }
}

/** The member already has the role, or does not have the one to take away. */
export class RoleUnchanged extends Refusal {
  constructor() {
    super('identity-role-unchanged');
  }
}
