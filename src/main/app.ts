import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ctx } from '#platform/context';
import { buildHttp, type HttpApp } from '#platform/http';
import type { Live } from '#platform/live';
import type { Module } from '#platform/module';
import { type Assets, assetsFromManifest, noAssets } from '#ui';
import { authenticate } from '../modules/identity/module.ts';
import { demoStrip } from '../modules/operations/module.ts';
import { viewerOf } from '../modules/site/module.ts';

/** Puts the modules' routes behind HTTP; nothing listens yet. */
export function buildApp(
  ctx: Ctx,
  options: {
    live: Live;
    modules: readonly Module[];
    clientDirectory: string;
    publicDirectory: string;
    trustProxy: boolean;
  },
): Promise<HttpApp> {
  const { modules } = options;
  return buildHttp({
    ctx,
    live: options.live,
    routes: modules.flatMap((module) => module.routes ?? []),
    assets: readAssets(options.clientDirectory),
    clientDirectory: options.clientDirectory,
    publicDirectory: options.publicDirectory,
    trustProxy: options.trustProxy,
    authenticate,
    viewerOf,
    refusalWords: modules.flatMap((module) => module.refusalWords ?? []),
    ...(ctx.site.demo ? { demoStrip } : {}),
  });
}

function readAssets(clientDirectory: string): Assets {
  try {
    const text = readFileSync(join(clientDirectory, '.vite/manifest.json'), 'utf8');
    return assetsFromManifest(JSON.parse(text));
  } catch {
    return noAssets;
  }
}
