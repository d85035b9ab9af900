import { createRandom, integerBetween, pick, type Random, seedOf } from './content/index.ts';

const WIDTH = 1600;
const HEIGHT = 900;
/** Room between the words and the picture's edge. */
const MARGIN = 128;

export interface CoverInput {
  readonly title: string;
  readonly subtitle: string;
  /** 0-359: the hue of the category group. */
  readonly hue: number;
  /** Any text that names the service: same seed, same cover. */
  readonly seed: string;
  /** 0 is the cover, 1-3 are the gallery's other pictures. */
  readonly variant?: number;
  /** Width in pixels to draw it at (16:9), 1600 unless told. */
  readonly pixelWidth?: number;
}

interface Star {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly turn: number;
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** The points of a khatam: two squares laid over each other, one turned by 45 degrees. */
function khatam({ x, y, radius, turn }: Star): string {
  const inner = radius * 0.7654;
  return Array.from({ length: 16 }, (_, at) => {
    const angle = ((turn + at * 22.5) * Math.PI) / 180;
    const reach = at % 2 === 0 ? radius : inner;
    return `${round(x + reach * Math.cos(angle))},${round(y + reach * Math.sin(angle))}`;
  }).join(' ');
}

/**
 * The lattice over the whole ground; stars that touch leave the crosses of a tiled wall between them.
 * Each tile is laid by itself: a `<pattern>` fill takes seven times as long to draw.
 */
function lattice(random: Random): string {
  const side = integerBetween(random, 150, 250);
  const middle = side / 2;
  const star = (radius: number) => khatam({ x: middle, y: middle, radius, turn: 0 });
  const radius = side * pick(random, [0.44, 0.47, 0.5]);
  const inside = pick(random, [
    '',
    `<polygon points="${star(radius * 0.56)}"/>`,
    `<circle cx="${middle}" cy="${middle}" r="${round(radius * 0.36)}"/>`,
  ]);
  const turn = pick(random, [0, 0, 45]);
  const shift = [integerBetween(random, 0, side), integerBetween(random, 0, side)] as const;
  const tile = `<g id="tile" fill="none" stroke="#fff" stroke-width="2"><polygon points="${star(radius)}"/>${inside}</g>`;
  return `<defs>${tile}</defs><g opacity="0.3" transform="translate(${shift[0]} ${shift[1]}) rotate(${turn})">${tilePlaces(side, turn, shift)}</g>`;
}

/** A tile at every place of the grid that touches the ground once the grid is shifted and turned. */
function tilePlaces(side: number, turn: number, shift: readonly [number, number]): string {
  const angle = (turn * Math.PI) / 180;
  const reach = Math.ceil((WIDTH + HEIGHT) / side);
  const places: string[] = [];
  for (let column = -reach; column <= reach; column += 1) {
    for (let row = -reach; row <= reach; row += 1) {
      const [x, y] = [(column + 0.5) * side, (row + 0.5) * side];
      const centre = {
        x: shift[0] + x * Math.cos(angle) - y * Math.sin(angle),
        y: shift[1] + x * Math.sin(angle) + y * Math.cos(angle),
      };
      const outside =
        centre.x < -side || centre.x > WIDTH + side || centre.y < -side || centre.y > HEIGHT + side;
      if (!outside) places.push(`<use href="#tile" x="${column * side}" y="${row * side}"/>`);
    }
  }
  return places.join('');
}

function colours(random: Random, hue: number, variant: number) {
  const first = (hue + integerBetween(random, -7, 7) + variant * 76 + 360) % 360;
  const second = (first + pick(random, [26, 32, 38, -28])) % 360;
  // Yellow and green look lighter than they are: they are kept deeper, so that white text holds.
  const bright = first > 40 && first < 175 ? 4 : 0;
  return {
    from: `hsl(${first} 44% ${27 - bright}%)`,
    to: `hsl(${(second + 360) % 360} 48% ${16 - bright / 2}%)`,
    light: `hsl(${first} 46% 86%)`,
  };
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The size at which a line fits into the width, from its letters; Arabic runs narrower. */
function fitted(text: string, most: number, widthPx: number): number {
  const ems = [...text].reduce((sum, sign) => {
    if (sign === ' ') return sum + 0.28;
    return sum + (/\p{Script=Arabic}/u.test(sign) ? 0.56 : 0.64);
  }, 0);
  return Math.floor(Math.min(most, widthPx / ems));
}

interface Layout {
  readonly baseline: number;
  readonly star: Star;
  readonly outlined: boolean;
}

/** Where the star and the words stand, told for words at the right. */
function layoutOf(random: Random, variant: number): Layout {
  const turn = integerBetween(random, 0, 44);
  const outlined = random() < 0.35;
  const near = (x: number, y: number, radius: number): Star => ({
    x: x + integerBetween(random, -70, 70),
    y: y + integerBetween(random, -60, 60),
    radius: radius + integerBetween(random, -30, 50),
    turn,
  });
  if (variant === 1) return { baseline: 690, star: near(420, 330, 300), outlined };
  if (variant === 2) return { baseline: 300, star: near(330, 640, 340), outlined: true };
  if (variant === 3) return { baseline: 440, star: near(120, 450, 520), outlined };
  return { baseline: 430, star: near(325, 450, 225), outlined };
}

function words(input: CoverInput, baseline: number, light: string): string {
  const arabic = /\p{Script=Arabic}/u.test(`${input.title}${input.subtitle}`);
  const room = WIDTH * 0.62;
  const title = fitted(input.title, 118, room);
  const subtitle = fitted(input.subtitle, 66, room);
  const place = arabic
    ? `x="${WIDTH - MARGIN}" direction="rtl" text-anchor="start"`
    : `x="${MARGIN}" direction="ltr" text-anchor="start"`;
  const line = (text: string, look: string) => `<text ${place} ${look}>${escaped(text)}</text>`;
  return `<g font-family="Readex Pro">${line(input.title, `y="${baseline}" font-size="${title}" font-weight="600" fill="#fff"`)}${line(input.subtitle, `y="${baseline + 116}" font-size="${subtitle}" font-weight="300" fill="${light}"`)}</g>`;
}

/**
 * A service's cover as SVG, 1600 × 900: a khatam lattice on a deep gradient in the hue of the
 * category, one large translucent star, the words at the side where their script begins.
 * Lattice, star, tones and slant come from the seed, so that neighbours do not look alike.
 */
export function coverSvg(input: CoverInput): string {
  const variant = input.variant ?? 0;
  const pixels = input.pixelWidth ?? WIDTH;
  const random = createRandom(seedOf(`cover:${input.seed}:${variant}`));
  const { from, to, light } = colours(random, input.hue, variant);
  const { baseline, star, outlined } = layoutOf(random, variant);
  const arabic = /\p{Script=Arabic}/u.test(`${input.title}${input.subtitle}`);
  const placed = arabic ? star : { ...star, x: WIDTH - star.x };
  const slant = integerBetween(random, 15, 60);
  const wall = lattice(random);
  const look = outlined
    ? 'fill="#fff" fill-opacity="0.07" stroke="#fff" stroke-opacity="0.3" stroke-width="5"'
    : 'fill="#fff" fill-opacity="0.13"';
  const heart = outlined
    ? `<polygon points="${khatam({ ...placed, radius: placed.radius * 0.58, turn: placed.turn + 22.5 })}" fill="#fff" fill-opacity="0.1"/>`
    : '';
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${pixels}" height="${(pixels * HEIGHT) / WIDTH}" viewBox="0 0 ${WIDTH} ${HEIGHT}"><defs><linearGradient id="ground" x1="0" y1="0" x2="1" y2="1" gradientTransform="rotate(${slant - 38} 0.5 0.5)"><stop offset="0" stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient></defs><rect width="${WIDTH}" height="${HEIGHT}" fill="url(#ground)"/>${wall}<polygon points="${khatam(placed)}" ${look}/>${heart}${words(input, baseline, light)}</svg>`;
}
