import { imageUrl, pictureSet, recordingUrl } from '#media';
import type { ComponentChildren } from 'preact';
import {
  Bdi,
  Breadcrumbs,
  Cover,
  type Crumb,
  Gallery,
  type GallerySource,
  Stack,
  useReader,
  WithAside,
} from '#ui';
import type { GalleryItem } from '../gallery/gallery-items.ts';
import { catalogueWords } from '../locales/index.ts';
import { BuyBox, type BuyBoxProps } from './buy-box.tsx';
import { SellerCard, type SellerCardProps, SellerLine } from './seller-card.tsx';
import { ServiceContent, type ServiceContentProps } from './service-content.tsx';

export interface ServiceViewProps {
  title: string;
  crumbs: readonly Crumb[];
  gallery: readonly Pick<GalleryItem, 'fileId' | 'kind' | 'type'>[];
  /** For the drawn cover of a service without pictures. */
  cover: { title: string; hue: number };
  seller: SellerCardProps;
  buy: BuyBoxProps;
  content: ServiceContentProps;
  /** What buyers say, on its own page. */
  reviews?: ComponentChildren;
  /** What stands above everything: paused, one's own, a preview. */
  notice?: ComponentChildren;
  /** Heading level of the title: 1 on its own page. */
  heading?: 1 | 2;
}

/** A service as buyers see it: the page itself, the seller's preview, the reviewer's desk. */
export function ServiceView(props: ServiceViewProps) {
  const words = catalogueWords(useReader()).service;
  const { gallery, title } = props;
  const Heading = `h${props.heading ?? 1}` as const;
  const lead = (
    <Stack>
      {props.crumbs.length > 0 && <Breadcrumbs items={props.crumbs} />}
      {props.notice}
      <Heading class="service-heading">
        <Bdi>{title}</Bdi>
      </Heading>
      <SellerLine {...props.seller} />
      {gallery.length > 0 ? (
        <Gallery items={gallery.map((item) => sourceOf(item, { gallery, title, words }))} />
      ) : (
        <Cover title={props.cover.title} hue={props.cover.hue} large />
      )}
    </Stack>
  );
  return (
    <div class="service-view">
      <WithAside lead={lead} aside={<BuyBox {...props.buy} />}>
        <Stack gap={6}>
          <ServiceContent {...props.content} />
          {props.reviews}
          <SellerCard {...props.seller} />
        </Stack>
      </WithAside>
    </div>
  );
}

type Item = ServiceViewProps['gallery'][number];

/** A picture in its widths; a recording with its address and, for a video, the cover until it plays. */
function sourceOf(
  item: Item,
  around: {
    gallery: readonly Item[];
    title: string;
    words: ReturnType<typeof catalogueWords>['service'];
  },
): GallerySource {
  const { gallery, title, words } = around;
  if (item.kind === 'image') return pictureSet(item.fileId, words.picture(title), 'full');
  const cover = gallery.find(({ kind }) => kind === 'image') ?? item;
  return {
    kind: item.kind,
    src: recordingUrl(item),
    type: item.type,
    label: words.recordings[item.kind](title),
    ...(item.kind === 'video' ? { poster: imageUrl(cover.fileId, 960) } : {}),
  };
}
