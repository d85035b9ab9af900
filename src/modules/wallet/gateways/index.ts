import { NotFound } from '#platform/refusals';
import type { Gateway } from '../gateway.ts';
import { sandboxGateway } from './sandbox-gateway.ts';

const gateways: readonly Gateway[] = [sandboxGateway];

/** The gateway of that name; NotFound when this site has none. */
export function gatewayOf(name: string): Gateway {
  const gateway = gateways.find((one) => one.name === name);
  if (!gateway) throw new NotFound({ gateway: name });
  return gateway;
}

export const defaultGateway = sandboxGateway.name;
