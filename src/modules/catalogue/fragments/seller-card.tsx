import type { Level } from '#trust';
import { LevelBadge } from '#trust/ui';
import { Avatar, Bdi, DateTime, DetailList, Link, LinkButton, Panel, Stack, useReader } from '#ui';
import { sellerPath } from '../catalogue-paths.ts';
import { catalogueWords } from '../locales/index.ts';

export interface SellerCardProps {
  sellerId: string;
  name: string;
  handle: string;
  level: Level;
  headline: string;
  joinedAt: Date;
  lastSeenAt: Date | undefined;
  /** Where the seller is asked before an order; none on one's own service and in previews. */
  askHref?: string;
}

/** Who sells this: name, level, how long they have been here. */
export function SellerCard(props: SellerCardProps) {
  const words = catalogueWords(useReader()).service;
  return (
    <Panel title={words.seller}>
      <Stack>
        <SellerLine {...props} large />
        {props.headline !== '' && (
          <p class="mute">
            <Bdi>{props.headline}</Bdi>
          </p>
        )}
        <DetailList
          items={[
            { label: words.joined, value: <DateTime at={props.joinedAt} /> },
            ...(props.lastSeenAt
              ? [
                  {
                    label: words.lastSeen,
                    value: <DateTime at={props.lastSeenAt} style="relative" />,
                  },
                ]
              : []),
          ]}
        />
        {props.askHref && (
          <LinkButton
            kind="secondary"
            block
            icon="message-circle"
            rel="nofollow"
            href={props.askHref}
          >
            {words.ask}
          </LinkButton>
        )}
        <LinkButton kind="quiet" block href={sellerPath(props.handle)}>
          {words.sellerPage}
        </LinkButton>
      </Stack>
    </Panel>
  );
}

/** Avatar, name and level in a line. */
export function SellerLine(props: {
  sellerId: string;
  name: string;
  handle: string;
  level: Level;
  large?: boolean;
}) {
  return (
    <p class="row">
      <Avatar name={props.name} seed={props.sellerId} size={props.large ? 'large' : 'small'} />
      <Link href={sellerPath(props.handle)}>
        <Bdi>{props.name}</Bdi>
      </Link>
      <LevelBadge level={props.level} />
    </p>
  );
}
