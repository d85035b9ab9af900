import { type Answer, get, type HttpRequest, page, post, seeOther } from '#platform/http';
import { systemClock } from '#platform/time';
import {
  type Charge,
  deliveries,
  type Delivery,
  outcomes,
  type Outcome,
  stateAt,
} from '../charge.ts';
import { getCharge } from '../charge-store.ts';
import { decideCharge } from '../decide-charge.ts';
import { sandboxWords } from '../locales/index.ts';
import { DecidedPage, HostedPage, ThreeDSecurePage } from './hosted-page.tsx';

const chargeOf = (request: HttpRequest) => getCharge(request.ctx, request.params.chargeId ?? '');

function hosted(request: HttpRequest, body: Parameters<typeof page>[1], status = 200): Answer {
  return page({ title: sandboxWords(request.ctx.reader).title, noindex: true }, body, { status });
}

function oneOf<T extends string>(values: readonly T[], value: unknown, otherwise: T): T {
  return values.find((one) => one === value) ?? otherwise;
}

async function decide(
  request: HttpRequest,
  charge: Charge,
  choice: { outcome: Exclude<Outcome, 'three-d-secure'>; delivery: Delivery; closed: boolean },
): Promise<Answer> {
  const decided = await decideCharge(request.ctx, { chargeId: charge.chargeId, ...choice });
  if (choice.closed) return hosted(request, <DecidedPage charge={decided} closed />);
  return seeOther(wayBack(request, decided));
}

/** Back to the customer's site; when that is this one by its path alone, so that it stays on the payer's host. */
function wayBack({ ctx }: HttpRequest, { returnUrl }: Charge): string {
  const { publicUrl } = ctx.site;
  return returnUrl.startsWith(`${publicUrl}/`) ? returnUrl.slice(publicUrl.length) : returnUrl;
}

const isOpen = (charge: Charge) => stateAt(charge, systemClock.now()) === 'pending';

/** The gateway's own pages. Whoever has the unguessable address may pay, as with a real gateway. */
export const hostedRoutes = [
  get(
    '/sandbox/pay/:chargeId',
    { access: 'public', example: 'pending-charge' },
    async (request) => {
      const charge = await chargeOf(request);
      return hosted(
        request,
        isOpen(charge) ? <HostedPage charge={charge} /> : <DecidedPage charge={charge} />,
      );
    },
  ),
  post('/sandbox/pay/:chargeId', { access: 'public' }, async (request) => {
    const charge = await chargeOf(request);
    const outcome = oneOf(outcomes, request.body.outcome, 'success');
    const delivery = oneOf(deliveries, request.body.delivery, 'now');
    if (!isOpen(charge)) return hosted(request, <DecidedPage charge={charge} />);
    if (outcome === 'three-d-secure')
      return hosted(request, <ThreeDSecurePage charge={charge} delivery={delivery} />);
    return decide(request, charge, { outcome, delivery, closed: request.body.closed === 'yes' });
  }),
  post('/sandbox/pay/:chargeId/confirmation', { access: 'public' }, async (request) => {
    const charge = await chargeOf(request);
    const delivery = oneOf(deliveries, request.body.delivery, 'now');
    if (!isOpen(charge)) return hosted(request, <DecidedPage charge={charge} />);
    const refused = request.body.refused === 'yes';
    if (!refused && !/^\s*[\d٠-٩]{4}\s*$/.test(String(request.body.code ?? ''))) {
      return hosted(request, <ThreeDSecurePage charge={charge} delivery={delivery} wrong />, 422);
    }
    return decide(request, charge, {
      outcome: refused ? 'decline' : 'success',
      delivery,
      closed: false,
    });
  }),
];
