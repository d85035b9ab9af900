import type { Listener } from '#platform/facts';
import type { RefusalWords, Route } from '#platform/http';
import type { Job } from '#platform/jobs';

/** What a module hands to src/main: everything it speaks with, nothing it decides with. */
export interface Module {
  name: string;
  routes?: readonly Route[];
  jobs?: readonly Job[];
  listeners?: readonly Listener[];
  refusalWords?: RefusalWords;
}
