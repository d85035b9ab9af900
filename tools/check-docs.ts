/**
 * Documents are true: links lead somewhere, commands exist, pinned numbers equal their source and
 * generated parts are current. `--write` (npm run docs) writes the generated parts instead.
 */
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brokenLinks, type Complaint, pinsOf, unknownCommands, valueAt } from './docs/markdown.ts';
import { withRegion } from './docs/regions.ts';
import { type GeneratedPart, generatedParts } from './generated-docs.ts';
import { difference } from './structure/difference.ts';

const DOCUMENTS = ['*.md', 'docs/**/*.md', '{src,db,tools,test,bench}/**/*.md'];

function read(path: string): string | undefined {
  if (!existsSync(path)) return undefined;
  return statSync(path).isFile() && path.endsWith('.md') ? readFileSync(path, 'utf8') : '';
}

async function sourceOfPin(path: string): Promise<unknown> {
  if (path.endsWith('.json')) return JSON.parse(readFileSync(path, 'utf8'));
  return import(pathToFileURL(resolve(path)).href);
}

async function wrongPins(file: string, markdown: string): Promise<Complaint[]> {
  const complaints: Complaint[] = [];
  for (const { value, path, expression, line } of pinsOf(markdown)) {
    const name = `${path}#${expression}`;
    if (!existsSync(path)) {
      complaints.push({ file, line, message: `pinned to ${name}, which does not exist` });
      continue;
    }
    const actual = valueAt(await sourceOfPin(path), expression);
    if (actual !== value) {
      complaints.push({
        file,
        line,
        message: `says ${value || 'no number'}, ${name} is ${actual}`,
      });
    }
  }
  return complaints;
}

async function refresh(part: GeneratedPart): Promise<{ text: string; fresh: string | undefined }> {
  const text = read(part.file) ?? '';
  return { text, fresh: withRegion(text, part.name, await part.generate()) };
}

async function stalePart(part: GeneratedPart): Promise<Complaint[]> {
  const { text, fresh } = await refresh(part);
  const { file, name } = part;
  if (fresh === undefined) return [{ file, line: 1, message: `has no markers for "${name}"` }];
  if (fresh === text) return [];
  return [
    { file, line: 1, message: `"${name}" is stale: npm run docs\n${difference(text, fresh)}` },
  ];
}

async function writeParts(): Promise<void> {
  for (const part of generatedParts) {
    const { text, fresh } = await refresh(part);
    if (fresh === undefined) throw new Error(`${part.file} has no markers for "${part.name}"`);
    if (fresh !== text) {
      writeFileSync(part.file, fresh);
      console.log(`wrote "${part.name}" of ${part.file}`);
    }
  }
}

async function check(): Promise<void> {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: object };
  const names = new Set(Object.keys(scripts));
  const files = globSync(DOCUMENTS).sort();
  const complaints: Complaint[] = [];
  for (const file of files) {
    const markdown = readFileSync(file, 'utf8');
    complaints.push(
      ...brokenLinks(file, markdown, read),
      ...unknownCommands(file, markdown, names),
    );
    complaints.push(...(await wrongPins(file, markdown)));
  }
  for (const part of generatedParts) complaints.push(...(await stalePart(part)));
  for (const { file, line, message } of complaints) console.log(`${file}:${line}  ${message}`);
  console.log(
    `${files.length} documents, ${generatedParts.length} generated parts, ${complaints.length} complaints`,
  );
  process.exitCode = complaints.length > 0 ? 1 : 0;
}

await (process.argv.includes('--write') ? writeParts() : check());
