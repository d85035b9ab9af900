import { resolve } from 'node:path';
import { StartRefusal } from '#platform/embedded-database';
import { adminCreate } from './commands/admin-create.ts';
import { ledgerVerify } from './commands/ledger-verify.ts';
import { searchRebuild } from './commands/search-rebuild.ts';
import { ConfigRefusal, readConfig } from './config.ts';
import { openRuntime } from './runtime.ts';
import type { Ctx } from '#platform/context';

/** One exit code a command: 0 = as wished. */
const commands: Record<string, (ctx: Ctx) => Promise<number>> = {
  'ledger:verify': ledgerVerify,
  'admin:create': adminCreate,
  'search:rebuild': searchRebuild,
};

const ROOT = resolve(import.meta.dirname, '../../..');

async function main(name: string | undefined): Promise<number> {
  const command = commands[name ?? ''];
  if (!command) {
    process.stderr.write(`Commands: ${Object.keys(commands).join(', ')}\n`);
    return 2;
  }
  const runtime = await openRuntime(readConfig(process.env, ROOT), ROOT);
  try {
    return await command(runtime.ctx);
  } finally {
    await runtime.close();
  }
}

main(process.argv[2]).then(
  (code) => process.exit(code),
  (error: Error) => {
    const expected = error instanceof ConfigRefusal || error instanceof StartRefusal;
    process.stderr.write(`${expected ? error.message : (error.stack ?? error.message)}\n`);
    process.exit(1);
  },
);
