import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Writes a fontconfig file that names the package with Readex Pro as TTF; returns its path. */
export async function describeFonts(): Promise<string> {
  const require = createRequire(import.meta.url);
  const fonts = dirname(require.resolve('@expo-google-fonts/readex-pro/package.json'));
  const directory = join(tmpdir(), `hirfa-fonts-${process.getuid?.() ?? 0}`);
  await mkdir(directory, { recursive: true });
  const file = join(directory, 'fonts.conf');
  await writeFile(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${fonts}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(directory, 'cache')}</cachedir>
</fontconfig>
`,
  );
  return file;
}
