/** Writes src/ui/icons/icons.generated.ts: the few Lucide icons the site uses, as bare SVG bodies. Run: node tools/build-icons.ts */
import { readFileSync, writeFileSync } from 'node:fs';

const NAMES =
  `alarm-clock arrow-down-up arrow-down arrow-left arrow-right arrow-up audio-lines badge-check ban banknote bell bold bookmark
briefcase-business calendar-clock chart-line check chevron-down chevron-left chevron-right circle-alert
circle-check circle-help circle-x clapperboard clock code-xml copy credit-card crop download ellipsis
external-link eye file file-archive file-audio file-text file-user file-video flag folder-open
gavel graduation-cap grip-vertical hand-coins heart history image inbox info landmark languages
layers layout-dashboard link list list-filter lock log-in log-out mail map-pin megaphone menu
message-circle messages-square minus monitor moon package palette paperclip pause pen-line pencil
play plus receipt refresh-ccw refresh-cw rotate-ccw save search search-check send settings shield
shield-check shopping-bag shopping-cart sliders-horizontal smartphone sparkles square-pen store sun
tag thumbs-up timer trash-2 triangle-alert trending-up truck undo-2 upload user user-plus users
wallet wifi-off x zap`.split(/\s+/);

const bodies = NAMES.map((name) => {
  const svg = readFileSync(`node_modules/lucide-static/icons/${name}.svg`, 'utf8');
  const body = svg
    .slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.lastIndexOf('</svg>'))
    .replace(/\s*\n\s*/g, '')
    .replaceAll(' />', '/>')
    .replaceAll('"', "'");
  return `  '${name}': "${body}",`;
});

writeFileSync(
  'src/ui/icons/icons.generated.ts',
  `// Lucide (ISC licence), by tools/build-icons.ts. Do not edit.\nexport const iconBodies = {\n${bodies.join('\n')}\n} as const;\n`,
);
