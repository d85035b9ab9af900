import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { defaultClientConditions, defaultServerConditions, defineConfig, type Plugin } from 'vite';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);
const BEST = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };

/** Writes each text file compressed beside itself; the server hands it out as it is. */
function packAssets(): Plugin {
  return {
    name: 'pack-assets',
    apply: 'build',
    async writeBundle({ dir = '' }) {
      const assets = join(dir, 'assets');
      const names = (await readdir(assets)).filter((name) => /\.(?:css|js|svg)$/.test(name));
      for (const name of names) {
        const body = await readFile(join(assets, name));
        await writeFile(join(assets, `${name}.br`), await brotli(body, BEST));
        await writeFile(join(assets, `${name}.gz`), await zip(body, { level: 9 }));
      }
    },
  };
}

/** Browser parts only: islands and styles, hashed, with a manifest. Server code is compiled by tsc. */
export default defineConfig({
  // The server hands out public/ itself.
  publicDir: false,
  plugins: [packAssets()],
  resolve: { conditions: ['source', ...defaultClientConditions] },
  ssr: { resolve: { conditions: ['source', ...defaultServerConditions] } },
  oxc: { jsx: { runtime: 'automatic', importSource: '#jsx', development: false } },
  build: {
    outDir: 'dist/client',
    assetsDir: 'assets',
    assetsInlineLimit: 0,
    manifest: true,
    modulePreload: { polyfill: false },
    target: ['chrome111', 'safari16.4', 'firefox121'],
    rolldownOptions: {
      input: { main: 'src/islands/main.ts', styles: 'src/ui/styles/main.css' },
    },
  },
});
