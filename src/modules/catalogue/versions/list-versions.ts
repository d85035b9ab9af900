import type { Ctx } from '#platform/context';
import { inputOf } from '../editing/service-input.ts';
import type { ServiceInput } from '../editing/service-input.ts';
import type { Service } from '../service.ts';
import { readContent, type StoredContent } from './content-json.ts';

/** Content that was or is sold, from when and until when. */
export interface SoldVersion {
  version: number;
  edition: number;
  content: ServiceInput;
  soldFrom: Date;
  /** Undefined: it is sold now. */
  soldUntil: Date | undefined;
}

/** What was and is sold of a service the caller may see, the newest first; at most 30. */
export async function listVersions(ctx: Ctx, service: Service): Promise<SoldVersion[]> {
  const { rows } = await ctx.pool.query<{
    version: number;
    edition: number;
    content: StoredContent;
    soldFrom: Date;
    soldUntil: Date;
  }>({
    name: 'catalogue-past-versions',
    text: `select version, edition, content, sold_from as "soldFrom", sold_until as "soldUntil"
      from catalogue.past_versions where service_id = $1 order by version desc limit 29`,
    values: [service.serviceId],
  });
  const past = rows.map((row) => ({ ...row, content: readContent(row.content) }));
  const { version, edition, soldSince } = service;
  if (!soldSince) return past;
  const now = { version, edition, content: inputOf(service), soldFrom: soldSince };
  return [{ ...now, soldUntil: undefined }, ...past];
}
