import { Refusal } from '#platform/refusals';

/** A message of neither words nor files. */
export class MessageIsEmpty extends Refusal {
  constructor() {
    super('message-is-empty', { status: 422 });
  }
}

/** A message longer than 5,000 characters. */
export class MessageIsTooLong extends Refusal {
  constructor() {
    super('message-is-too-long', { status: 422 });
  }
}
