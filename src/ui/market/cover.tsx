import { hueClass } from '../display/hue.ts';
import { Khatam } from '../icons/khatam.tsx';

/** A picture in the widths that the image pipeline made. */
export interface PictureSource {
  src: string;
  width: number;
  height: number;
  alt: string;
  /** As in `srcset`: "/m/1-320.avif 320w, …". */
  avifSrcset?: string;
  webpSrcset?: string;
}

export interface PictureProps extends PictureSource {
  /** As in `<img sizes>`; the card's default fits grids of four and two. */
  sizes?: string;
  /** On the first screen: fetched at once, first of all. */
  eager?: boolean;
  class?: string;
}

const CARD_SIZES = '(min-width: 72rem) 17rem, (min-width: 48rem) 30vw, 48vw';

/** AVIF, then WebP, then the plain file; dimensions set, lazy unless eager. */
export function Picture(props: PictureProps) {
  const { src, width, height, alt, avifSrcset, webpSrcset, eager } = props;
  const sizes = props.sizes ?? CARD_SIZES;
  return (
    <picture>
      {avifSrcset && <source type="image/avif" srcset={avifSrcset} sizes={sizes} />}
      {webpSrcset && <source type="image/webp" srcset={webpSrcset} sizes={sizes} />}
      <img
        class={props.class}
        src={src}
        width={width}
        height={height}
        alt={alt}
        loading={eager ? 'eager' : 'lazy'}
        fetchpriority={eager ? 'high' : undefined}
        decoding="async"
      />
    </picture>
  );
}

export interface CoverProps {
  /** The service's own picture; drawn from the hue and the words without one. */
  picture?: PictureSource;
  title: string;
  subtitle?: string;
  /** 0-359, the category's. */
  hue: number;
  sizes?: string;
  eager?: boolean;
  large?: boolean;
}

/** The 16:9 face of a service. */
export function Cover({ picture, title, subtitle, hue, sizes, eager, large }: CoverProps) {
  const look = large ? 'cover cover-large' : 'cover';
  if (picture) {
    return (
      <div class={look}>
        <Picture {...picture} sizes={sizes} eager={eager} />
      </div>
    );
  }
  return (
    <div class={`${look} cover-drawn ${hueClass(hue)}`} aria-hidden="true">
      <Khatam class="cover-star" />
      <span class="cover-words">
        <bdi class="cover-title">{title}</bdi>
        {subtitle && <bdi class="cover-subtitle">{subtitle}</bdi>}
      </span>
    </div>
  );
}
