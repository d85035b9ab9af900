import { barePath } from '#platform/i18n';
import { NotFound, Refusal } from '#platform/refusals';
import { Button, EmptyState, Form, LinkButton } from '#ui';
import { sendAnswer } from './answer.ts';
import type { Exchange } from './environment.ts';
import { httpWords } from './locales/index.ts';
import { textOf } from './refusal-text.ts';
import { page } from './route.ts';

interface Problem {
  status: number;
  title: string;
  detail: string;
}

/** One page for everything that did not work: what happened, that nothing was lost, what to do. */
export async function sendProblem(exchange: Exchange, error: unknown): Promise<unknown> {
  const { env, request, reply, ctx } = exchange;
  const problem = problemOf(exchange, error);
  if (problem.status >= 500) ctx.log.error({ err: error, url: request.url }, problem.title);
  if (error instanceof NotFound && ctx.actor.kind === 'member') {
    // Somebody may be looking for what belongs to others (SPEC 15).
    ctx.log.info({ url: request.url, memberId: ctx.actor.memberId }, 'not there, or not theirs');
  }
  if (error instanceof Refusal && error.status === 429) {
    reply.header('retry-after', String(error.details.retryAfterSeconds ?? 60));
  }
  if (wantsJson(request.headers.accept)) {
    reply.type('application/problem+json');
    return reply.code(problem.status).send(JSON.stringify(problem));
  }
  const words = httpWords(ctx.reader);
  const again = problem.status === 429 ? typedFields(request.body) : undefined;
  const body = (
    <EmptyState
      title={problem.title}
      level={1}
      action={
        again ? (
          <SendAgain action={request.url} fields={again} label={words.tryAgain} />
        ) : (
          <LinkButton href="/">{words.backHome}</LinkButton>
        )
      }
    >
      <p>{problem.detail}</p>
    </EmptyState>
  );
  return sendAnswer(
    { env, request, reply, ctx },
    page({ title: problem.title, noindex: true }, body, { status: problem.status }),
  );
}

/** The form that was sent too early, with all that was typed: nothing has to be written again. */
function SendAgain(props: {
  action: string;
  fields: readonly (readonly [name: string, value: string])[];
  label: string;
}) {
  return (
    <Form action={barePath(props.action)}>
      {props.fields.map(([name, value], index) => (
        <input key={index} type="hidden" name={name} value={value} />
      ))}
      <Button>{props.label}</Button>
    </Form>
  );
}

const MOST_TYPED = 60_000;

/**
 * What a form held, to be sent once more. Undefined when there was none, or when it held what a page
 * must not say again (a password, a code) or too much.
 */
function typedFields(body: unknown): [string, string][] | undefined {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined;
  const fields = Object.entries(body)
    .filter(([name]) => name !== '_csrf')
    .flatMap(([name, value]) =>
      [value]
        .flat()
        .map((one): [string, string] | undefined =>
          typeof one === 'string' ? [name, one] : undefined,
        ),
    );
  const typed = fields.filter((field) => field !== undefined);
  const secret = typed.some(([name]) => /password|code|token/i.test(name));
  const size = typed.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  return secret || typed.length < fields.length || size > MOST_TYPED ? undefined : typed;
}

function wantsJson(accept: string | undefined): boolean {
  return accept !== undefined && accept.includes('json') && !accept.includes('text/html');
}

function problemOf({ env, ctx }: Exchange, error: unknown): Problem {
  const words = httpWords(ctx.reader).errorTitle;
  const status = statusOf(error);
  if (error instanceof Refusal) {
    const title =
      error.status === 404 ? words.notFound : error.status === 429 ? words.tooMany : words.refused;
    const detail =
      error.status === 404 ? words.notFoundHint : textOf(env, ctx.reader.locale, error);
    return { status, title, detail };
  }
  const refusals = httpWords(ctx.reader).refusals;
  if (status === 404) return { status, title: words.notFound, detail: words.notFoundHint };
  if (status === 405) return { status, title: words.method, detail: words.notFoundHint };
  if (status === 413) return { status, title: words.tooLarge, detail: refusals['invalid-input'] };
  if (status === 415) return { status, title: words.mediaType, detail: refusals['invalid-input'] };
  if (status === 503) return { status, title: words.unavailable, detail: words.unavailableHint };
  if (status < 500) return { status, title: words.badRequest, detail: refusals['invalid-input'] };
  return { status, title: words.broken, detail: words.brokenHint };
}

const CONNECTION_LOST = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08001',
  '53300',
]);

/** What the driver says without a code: the connection went, or had gone when it was handed out. */
const LOST_IN_WORDS =
  /Connection terminated|timeout exceeded when trying to connect|connection error and is not queryable/;

function statusOf(error: unknown): number {
  const { statusCode, status, code, message } = error as {
    statusCode?: number;
    status?: number;
    code?: string;
    message?: string;
  };
  if (error instanceof Refusal) return error.status;
  if (code && CONNECTION_LOST.has(code)) return 503;
  if (message && LOST_IN_WORDS.test(message)) return 503;
  const known = statusCode ?? status;
  return known && known >= 400 && known < 600 ? known : 500;
}
