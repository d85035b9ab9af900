/** Addresses of the built browser files. */
export interface Assets {
  readonly css: readonly string[];
  /** Fonts worth fetching before the styles ask for them; the Arabic one first. */
  readonly fonts: readonly string[];
  /** The entry script of that name (`main`), or undefined when it was not built. */
  js(name: string): string | undefined;
}

/** An entry of Vite's manifest, as far as we read it. */
export interface ManifestEntry {
  readonly file: string;
  readonly src?: string;
  readonly css?: readonly string[];
}

/** Nothing built: pages work, unstyled. */
export const noAssets: Assets = { css: [], fonts: [], js: () => undefined };

/** The addresses out of Vite's manifest (dist/client/.vite/manifest.json); `base` is where dist/client is served. */
export function assetsFromManifest(
  manifest: Readonly<Record<string, ManifestEntry>>,
  base = '/',
): Assets {
  const entries = Object.entries(manifest);
  const url = (entry: ManifestEntry) => base + entry.file;
  const named = (test: RegExp) => entries.filter(([key]) => test.test(key)).map(([, e]) => url(e));
  return {
    css: named(/ui\/styles\/main\.css$/),
    fonts: [
      ...named(/fonts\/readex-pro-arabic\.woff2$/),
      ...named(/fonts\/readex-pro-latin\.woff2$/),
    ],
    js: (name) => {
      const entry = manifest[`src/islands/${name}.ts`];
      return entry ? url(entry) : undefined;
    },
  };
}
