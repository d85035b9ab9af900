import { defaultClientConditions, defaultServerConditions, defineConfig } from 'vite';

/** Browser parts only: islands and styles, hashed, with a manifest. Server code is compiled by tsc. */
export default defineConfig({
  // The server hands out public/ itself.
  publicDir: false,
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
