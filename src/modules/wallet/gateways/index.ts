import type { Ctx } from '#platform/context';
import { NotFound } from '#platform/refusals';
import type { Gateway } from '../gateway.ts';
import { sandboxGateway } from './sandbox-gateway.ts';

const gateways: readonly Gateway[] = [sandboxGateway];

/** The gateway of that name; NotFound when this site has none. */
export function gatewayOf(ctx: Ctx, name: string): Gateway {
  const gateway = gatewayReady(ctx) ? gateways.find((one) => one.name === name) : undefined;
  if (!gateway) throw new NotFound({ gateway: name });
  return gateway;
}

/** Whether money can come in at all; the simulated gateway only takes part in a demo. */
export function gatewayReady(ctx: Ctx): boolean {
  return ctx.site.demo;
}

export const defaultGateway = sandboxGateway.name;
