/**
 * `npm run new:module -- favourites 4`: writes the files every module begins with and gives it a
 * tier in tools/tiers.ts. Everything else a module may hold is in ARCHITECTURE.md.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { allModules, schemaOf, tiers } from './tiers.ts';

const TIERS_FILE = 'tools/tiers.ts';

/** The files of a new module, by path. */
export function filesOf(name: string): Record<string, string> {
  const folder = `src/modules/${name}`;
  const noun = name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return {
    [`${folder}/README.md`]: `# ${name}\n\nWhat it is, who may do what, and what it posts. Its tables are in the schema \`${schemaOf(name)}\`.\n`,
    [`${folder}/index.ts`]: `// The door of ${name}: what the cores of higher tiers and every edge may call.\nexport {};\n`,
    [`${folder}/module.ts`]: `import type { Module } from '#platform/module';\nimport { ${noun}Words } from './locales/index.ts';\n\nexport const ${noun}Module = {\n  name: '${name}',\n  refusalWords: (locale) => ${noun}Words(locale).refusals,\n} satisfies Module;\n`,
    [`${folder}/locales/index.ts`]: `import { defineWords } from '#platform/i18n';\nimport { ar } from './ar.ts';\nimport { en } from './en.ts';\n\nexport const ${noun}Words = defineWords({ ar, en });\n`,
    [`${folder}/locales/ar.ts`]: `export const ar = {\n  refusals: {},\n};\n`,
    [`${folder}/locales/en.ts`]: `import type { WordsLike } from '#platform/i18n';\nimport type { ar } from './ar.ts';\n\nexport const en: WordsLike<typeof ar> = {\n  refusals: {},\n};\n`,
  };
}

/** The text of tools/tiers.ts with the module put into its tier. */
export function withTier(text: string, name: string, tier: number): string {
  const rows = [...text.matchAll(/^ {2}\[.*\],(?: *\/\/.*)?$/gm)];
  const row = rows[tier];
  if (!row || tier === 0) throw new Error(`there is no tier ${tier} for modules`);
  const wider = row[0].replace(/\],/, `${row[0].includes('[]') ? '' : ', '}'${name}'],`);
  return text.slice(0, row.index) + wider + text.slice(row.index + row[0].length);
}

/** Why a module cannot be called so or stand there, or undefined. */
export function whyNot(name: string, tier: number): string | undefined {
  if (!/^[a-z]+(-[a-z]+)*$/.test(name)) return 'the name is a lower-kebab noun';
  if (allModules.includes(name) || existsSync(`src/modules/${name}`))
    return `${name} exists already`;
  if (!(tier >= 1 && tier < tiers.length)) return `the tier is 1 to ${tiers.length - 1}`;
  return undefined;
}

if (import.meta.main) {
  const [name = '', tierText = ''] = process.argv.slice(2);
  const refused = whyNot(name, Number(tierText));
  if (refused) {
    console.error(`${refused}. Usage: npm run new:module -- NAME TIER`);
    process.exit(2);
  }
  writeFileSync(TIERS_FILE, withTier(readFileSync(TIERS_FILE, 'utf8'), name, Number(tierText)));
  for (const [path, text] of Object.entries(filesOf(name))) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    console.log(`wrote ${path}`);
  }
  console.log(
    `Next: name it in src/main/modules.ts, and write its first migration into db/migrations.`,
  );
}
