import { pictureSet } from '#media';
import type { ComponentChildren } from 'preact';
import { Bdi, Breadcrumbs, Cover, type Crumb, Gallery, Stack, WithAside, useReader } from '#ui';
import { catalogueWords } from '../locales/index.ts';
import { BuyBox, type BuyBoxProps } from './buy-box.tsx';
import { SellerCard, type SellerCardProps, SellerLine } from './seller-card.tsx';
import { ServiceContent, type ServiceContentProps } from './service-content.tsx';

export interface ServiceViewProps {
  title: string;
  crumbs: readonly Crumb[];
  imageIds: readonly string[];
  /** For the drawn cover of a service without pictures. */
  cover: { title: string; hue: number };
  seller: SellerCardProps;
  buy: BuyBoxProps;
  content: ServiceContentProps;
  /** What stands above everything: paused, one's own, a preview. */
  notice?: ComponentChildren;
  /** Heading level of the title: 1 on its own page. */
  heading?: 1 | 2;
}

/** A service as buyers see it: the page itself, the seller's preview, the reviewer's desk. */
export function ServiceView(props: ServiceViewProps) {
  const words = catalogueWords(useReader()).service;
  const { imageIds, title } = props;
  const Heading = `h${props.heading ?? 1}` as const;
  const lead = (
    <Stack>
      {props.crumbs.length > 0 && <Breadcrumbs items={props.crumbs} />}
      {props.notice}
      <Heading class="service-heading">
        <Bdi>{title}</Bdi>
      </Heading>
      <SellerLine {...props.seller} />
      {imageIds.length > 0 ? (
        <Gallery
          pictures={imageIds.map((imageId) => pictureSet(imageId, words.picture(title), 'full'))}
        />
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
          <SellerCard {...props.seller} />
        </Stack>
      </WithAside>
    </div>
  );
}
