import { Refusal } from '#platform/refusals';

/** A call to the sandbox that its customer did not sign, or signed too long ago. */
export class NotSigned extends Refusal {
  constructor() {
    super('not-signed', { status: 401 });
  }
}
