/**
 * An expected "no": it carries a stable code, an HTTP status and plain details; the words shown to
 * a person live in the locales of the module that speaks them. Anything else thrown is a bug (500).
 */
export class Refusal extends Error {
  readonly code: string;
  readonly status: number;
  readonly details: Record<string, unknown>;

  constructor(code: string, options: { status?: number; details?: Record<string, unknown> } = {}) {
    super(code);
    this.name = new.target.name;
    this.code = code;
    this.status = options.status ?? 409;
    this.details = options.details ?? {};
  }
}

/** What does not exist, or what this actor may not see: one answer for both (SPEC 15). */
export class NotFound extends Refusal {
  constructor(details: Record<string, unknown> = {}) {
    super('not-found', { status: 404, details });
  }
}

/** The actor is not signed in and the act needs it. */
export class SignInRequired extends Refusal {
  constructor() {
    super('sign-in-required', { status: 401 });
  }
}

/** Too many tries; `retryAfterSeconds` says when to come back. */
export class TooMany extends Refusal {
  constructor(retryAfterSeconds: number) {
    super('too-many', { status: 429, details: { retryAfterSeconds } });
  }
}

/** Input a form can mend: a map from field name to a message code (and its details). */
export class InvalidInput extends Refusal {
  readonly fields: Record<string, string>;

  constructor(fields: Record<string, string>) {
    super('invalid-input', { status: 422, details: { fields } });
    this.fields = fields;
  }
}
