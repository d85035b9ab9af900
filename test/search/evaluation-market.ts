import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { syncCategories } from '../../src/modules/catalogue/index.ts';
import { moveTiers } from '../../src/modules/search/index/move-tiers.ts';
import { rebuildSearch } from '../../src/modules/search/index/rebuild-search.ts';
import { startTestDatabase } from '#platform/embedded-database';
import type { Ctx } from '#platform/context';
import { migrate, openDatabase } from '#platform/db';
import { DEFAULT_READER } from '#platform/i18n';
import { uuidv7 } from '#platform/ids';
import { systemClock } from '#platform/time';
import pg from 'pg';
import { generatedServices, type LoadedService, loadServices } from './load-market.ts';

/** A document of an evaluation file. */
export interface EvaluationDocument {
  id: string;
  title: string;
  description?: string;
  /** 0 to 1. */
  quality?: number;
}

/** Services of an evaluation in the real tables, with generated ones behind. */
export interface EvaluationMarket {
  ctx: Ctx;
  /** The document's id by the service's. */
  documentOf: Map<string, string>;
}

const USUAL_QUALITY = 0.5;
/** The generated ones are worth less than the usual document, so that the page's end is not theirs. */
const BEHIND = 0.45;

/** Puts documents into an empty migrated database, indexed by the real analyser, with generated services behind. */
export async function fillEvaluationMarket(
  ctx: Ctx,
  ownerUrl: string,
  given: { documents: readonly EvaluationDocument[]; background: number },
): Promise<EvaluationMarket> {
  await syncCategories(ctx);
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  // Evaluation files hold titles longer than a seller may write.
  await owner.query('alter table catalogue.services drop constraint service_title_is_short');
  await owner.end();
  const documentOf = new Map<string, string>();
  const services = given.documents.map((document): LoadedService => {
    const serviceId = uuidv7(ctx.clock.now());
    documentOf.set(serviceId, document.id);
    const { title, description = '' } = document;
    return { serviceId, leafKey: 'virtual-assistance', title, description, tags: [], sales: 10 };
  });
  await loadServices(ownerUrl, ctx, [...services, ...generatedServices(ctx, given.background)]);
  await rebuildSearch(ctx);
  const qualities = given.documents.map(({ quality }) => quality ?? USUAL_QUALITY);
  await ctx.pool.query(`update search.documents set quality = quality * ${BEHIND}`);
  await ctx.pool.query(
    `update search.documents d set quality = given.quality
     from unnest($1::uuid[], $2::real[]) as given (id, quality) where d.service_id = given.id`,
    [services.map(({ serviceId }) => serviceId), qualities],
  );
  await moveTiers(ctx);
  return { ctx, documentOf };
}

/** A migrated database of the evaluation's own, thrown away when it stops. */
export async function openEvaluationDatabase(): Promise<{
  ctx: Ctx;
  ownerUrl: string;
  stop(): Promise<void>;
}> {
  const database = await startTestDatabase();
  const superuser = new pg.Client({ connectionString: database.url });
  await superuser.connect();
  for (const role of ['hirfa_owner', 'hirfa_app'])
    await superuser.query(`create role ${role} login password 'test'`);
  await superuser.query('create database evaluation owner hirfa_owner');
  await superuser.end();
  const urlOf = (role: string) => {
    const url = new URL(database.url);
    url.username = role;
    url.password = 'test';
    url.pathname = '/evaluation';
    return url.toString();
  };
  await migrate(urlOf('hirfa_owner'), resolve('db/migrations'));
  const handle = openDatabase(urlOf('hirfa_app'));
  const ignore = () => undefined;
  const ctx: Ctx = {
    ...handle,
    clock: systemClock,
    actor: { kind: 'system', name: 'evaluation' },
    reader: DEFAULT_READER,
    log: { info: ignore, warn: ignore, error: ignore },
    random: randomBytes,
    site: { publicUrl: '', secret: '', dataDir: '', demo: false },
  };
  return {
    ctx,
    ownerUrl: urlOf('hirfa_owner'),
    async stop() {
      await handle.close();
      await database.stop();
    },
  };
}
