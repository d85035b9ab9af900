import type { Person } from './example-people.ts';
import type { ExampleWorld } from './examples.ts';
import { formsIn, type PageForm } from './forms.ts';
import type { Visit } from './visits.ts';

/** A form that posts, where it was found and who saw it. */
export interface FoundForm {
  /** As targets are named: `POST /orders/:orderId/messages`. */
  route: string;
  page: string;
  as: Person;
  form: PageForm;
}

/** Opens every page and collects the forms that post, with the route that each leads to. */
export async function formsOf(
  examples: ExampleWorld,
  visits: readonly Visit[],
): Promise<FoundForm[]> {
  const routes = examples.server.modules
    .flatMap((module) => module.routes ?? [])
    .filter(({ method }) => method === 'POST')
    .map(({ path }) => ({ path, matches: new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`) }));
  const found: FoundForm[] = [];
  for (const { path: page, as } of visits) {
    const { text } = await examples.browser(as).get(encodeURI(decodeURI(page)));
    for (const form of formsIn(text).filter(({ method }) => method === 'post')) {
      const action = form.action.split('?')[0] ?? '';
      // The plainest pattern first: `/settings/sessions` before `/settings/:anything`.
      const route = routes
        .filter(({ matches }) => matches.test(action))
        .sort((one, two) => one.path.split(':').length - two.path.split(':').length)[0];
      found.push({ route: `POST ${route?.path ?? `${action} (no such route)`}`, page, as, form });
    }
  }
  return found;
}
