import type { ComponentChildren } from 'preact';
import { Avatar } from '../display/avatar.tsx';
import { StarRating } from '../display/star-rating.tsx';
import type { Tone } from '../display/tone.ts';
import { Badge } from '../display/badge.tsx';
import { usePage, useUiWords } from '../page-context.tsx';
import { Marked } from '../text/marked.tsx';
import { Money } from '../text/money.tsx';
import { Cover, type CoverProps } from './cover.tsx';

export interface ServiceCardProps {
  href: string;
  title: string;
  /** Pieces of the title that stand out because they were searched for: from, to (UTF-16 units). */
  marks?: readonly (readonly [from: number, to: number])[];
  cover: CoverProps;
  seller: {
    name: string;
    /** What the avatar's colour comes from: the member's id. */
    seed?: string;
    level?: { label: string; tone?: Tone };
  };
  /** Undefined until the first review. */
  rating?: { average: number; count: number };
  /** Stands where the rating would while there is none: «بيعت 12 مرة»; else that it is new. */
  note?: string;
  /** Lowest price in USD cents. */
  priceMinor: bigint;
  /** Labelled «إعلان». */
  advert?: boolean;
  /** State of the seller's own service, and the like. */
  badge?: ComponentChildren;
  /** Heading level of the title (default 3). */
  level?: 2 | 3;
}

/** One service in a grid: the whole card is its link. */
export function ServiceCard(props: ServiceCardProps) {
  const page = usePage();
  const words = useUiWords();
  const { seller, rating } = props;
  const Heading = `h${props.level ?? 3}` as const;
  return (
    <article class="service-card">
      <Cover {...props.cover} />
      <div class="service-body">
        <Heading class="service-title">
          <a class="card-link" href={page.href(props.href)}>
            <bdi>
              <Marked text={props.title} marks={props.marks} />
            </bdi>
          </a>
        </Heading>
        <div class="service-seller">
          <Avatar name={seller.name} seed={seller.seed} size="small" />
          <bdi class="service-seller-name">{seller.name}</bdi>
          {seller.level && <Badge tone={seller.level.tone}>{seller.level.label}</Badge>}
        </div>
        {(props.advert || props.badge) && (
          <div class="service-badges">
            {props.advert && <Badge tone="neutral">{words.advert}</Badge>}
            {props.badge}
          </div>
        )}
      </div>
      <div class="service-foot">
        {rating && rating.count > 0 ? (
          <StarRating average={rating.average} count={rating.count} />
        ) : (
          <span class="mute">{props.note ?? words.newService}</span>
        )}
        <span class="service-price">
          <small>{words.from}</small> <Money amountMinor={props.priceMinor} trimZeros />
        </span>
      </div>
    </article>
  );
}

/** Cards side by side: four on a desk, two on a phone. */
export function CardGrid(props: { children: ComponentChildren }) {
  return <div class="card-grid">{props.children}</div>;
}
