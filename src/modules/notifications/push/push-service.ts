import { config } from '#config';
import type { Site } from '#platform/context';

/**
 * Whether pushes may be sent there: an address at one of the makers of browsers that the operator names,
 * so that nobody can make this site call an address of their own choice. A demonstration takes this machine too.
 */
export function isPushService(endpoint: string, site: Pick<Site, 'demo'>): boolean {
  const url = URL.parse(endpoint);
  if (!url) return false;
  if (site.demo && url.protocol === 'http:' && url.hostname === 'localhost') return true;
  if (url.protocol !== 'https:' || url.port !== '' || url.username !== '') return false;
  return config.push.services.some((service) =>
    service.startsWith('.') ? url.hostname.endsWith(service) : url.hostname === service,
  );
}
