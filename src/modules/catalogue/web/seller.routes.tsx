import { findMemberByHandle, type Member } from '#identity';
import type { Ctx } from '#platform/context';
import { formatDate, formatNumber, type Reader } from '#platform/i18n';
import { type Answer, get, movedTo, page, type Route, sharedPage } from '#platform/http';
import { NotFound } from '#platform/refusals';
import { listReviews, type Rating, ratingOf, sellerReviewsPath, type ShownReview } from '#reviews';
import { ReviewsPanel } from '#reviews/ui';
import { standingOf } from '#trust';
import { LevelBadge, levelName } from '#trust/ui';
import {
  Avatar,
  Banner,
  Bdi,
  Chip,
  ChipRow,
  DateTime,
  DetailList,
  EmptyState,
  LinkButton,
  Panel,
  Row,
  Section,
  Stack,
  StatRow,
  StatTile,
  UserText,
  WithAside,
  Wrap,
} from '#ui';
import { askSellerPath, feedPath, sellerPath } from '../catalogue-paths.ts';
import { categories, type CategoryTree } from '../categories/categories.ts';
import { favouritesAmong } from '../favourites/list-favourites.ts';
import { findHoliday, type Holiday } from '../holidays/holiday-store.ts';
import { languageNames } from '../fragments/service-content.tsx';
import { ServiceGrid } from '../fragments/service-grid.tsx';
import type { ServiceCardData } from '../listing/card.ts';
import { listSellerCards } from '../listing/list-cards.ts';
import { catalogueWords } from '../locales/index.ts';
import { pictureOf, sellerCard } from './outside/share-cards.ts';
import { sellerJsonLd } from './outside/seller-json-ld.ts';

export const sellerRoutes: Route[] = [
  get('/sellers/:handle', { access: 'public', example: 'seller' }, (request) => {
    const { handle = '' } = request.params;
    return sharedPage(request, `seller ${handle}`, () => showSeller(request.ctx, handle));
  }),
];

async function showSeller(ctx: Ctx, handle: string): Promise<Answer> {
  const member = await findMemberByHandle(ctx, handle);
  if (!member) throw new NotFound();
  if (member.handle !== handle) return movedTo(sellerPath(member.handle));
  const [cards, tree, level, holiday, rating, reviews, asBuyer] = await Promise.all([
    listSellerCards(ctx, member.memberId),
    categories(ctx),
    standingOf(ctx, member.memberId),
    findHoliday(ctx, member.memberId),
    ratingOf(ctx, 'seller', member.memberId),
    listReviews(ctx, { kind: 'seller', subjectId: member.memberId, limit: 5 }),
    ratingOf(ctx, 'buyer', member.memberId),
  ]);
  const favourites = await favouritesAmong(
    ctx,
    cards.map(({ number }) => number),
  );
  const words = catalogueWords(ctx.reader);
  const own = ctx.actor.kind === 'member' && ctx.actor.memberId === member.memberId;
  const description =
    member.headline ||
    words.seller.description(member.displayName, words.listing.services(cards.length));
  const head = {
    title: member.displayName,
    description,
    canonicalPath: sellerPath(member.handle),
    // A page with nothing to offer is of no use in a search engine.
    noindex: cards.length === 0,
    picture: pictureOf('sellers', member.handle, sellerCard(ctx.reader, member, level)),
    jsonLd: cards.length > 0 ? sellerJsonLd(ctx, member, { description, cards }) : undefined,
    feed: {
      title: words.feed.title(member.displayName),
      path: feedPath(sellerPath(member.handle)),
    },
  };
  const body = (
    <SellerPage
      member={member}
      cards={cards}
      tree={tree}
      level={level}
      own={own}
      holiday={holiday}
      favourites={favourites}
      reviews={{ rating, reviews, asBuyer }}
      reader={ctx.reader}
    />
  );
  return page(head, body, { cacheSeconds: 5 });
}

interface SellerPageProps {
  member: Member;
  cards: readonly ServiceCardData[];
  tree: CategoryTree;
  level: ServiceCardData['sellerLevel'];
  own: boolean;
  holiday: Holiday | undefined;
  favourites: ReadonlySet<number>;
  reviews: { rating: Rating; reviews: readonly ShownReview[]; asBuyer: Rating };
  reader: Reader;
}

function SellerPage(props: SellerPageProps) {
  const { member, cards, reader } = props;
  const words = catalogueWords(reader).seller;
  return (
    <Wrap>
      <div class="service-view">
        <WithAside asideFirst aside={<SellerPanel {...props} />}>
          <Stack gap={6}>
            {props.holiday && (
              <Banner tone="warn" title={words.away}>
                {words.awayUntil} <DateTime at={props.holiday.returnsAt} />
              </Banner>
            )}
            {member.bio !== '' && (
              <Panel title={words.about}>
                <UserText text={member.bio} />
              </Panel>
            )}
            {member.skills.length > 0 && (
              <Panel title={words.skills}>
                <ChipRow label={words.skills} scroll={false}>
                  {member.skills.map((skill) => (
                    <Chip key={skill} href={`/search?q=${encodeURIComponent(skill)}`}>
                      <bdi>{skill}</bdi>
                    </Chip>
                  ))}
                </ChipRow>
              </Panel>
            )}
            <Section tight title={<>{words.services(`\u2068${member.displayName}\u2069`)}</>}>
              {cards.length > 0 ? (
                <ServiceGrid cards={cards} tree={props.tree} favourites={props.favourites} />
              ) : (
                <EmptyState title={words.none} level={3}>
                  {props.holiday ? words.noneAway : words.noneText}
                </EmptyState>
              )}
            </Section>
            {(cards.length > 0 || props.reviews.rating.reviews > 0) && (
              <ReviewsPanel
                title={words.reviews(`\u2068${member.displayName}\u2069`)}
                rating={props.reviews.rating}
                reviews={props.reviews.reviews}
                sellerName={member.displayName}
                allPath={sellerReviewsPath(member.handle)}
              />
            )}
          </Stack>
        </WithAside>
      </div>
    </Wrap>
  );
}

const ONE_DIGIT = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
const formatRating = (reader: Reader, { average }: Rating) =>
  formatNumber(reader, average, ONE_DIGIT);

function SellerPanel({ member, cards, level, own, reader, reviews }: SellerPageProps) {
  const words = catalogueWords(reader).seller;
  const sales = cards.reduce((sum, card) => sum + card.salesCount, 0);
  const country =
    member.country && new Intl.DisplayNames([reader.locale], { type: 'region' }).of(member.country);
  return (
    <Panel>
      <Stack>
        <Row>
          <Avatar name={member.displayName} seed={member.memberId} size="large" />
          <div>
            <h1 class="panel-title">
              <Bdi>{member.displayName}</Bdi>
            </h1>
            <LevelBadge level={level} />
          </div>
        </Row>
        {member.headline !== '' && (
          <p>
            <Bdi>{member.headline}</Bdi>
          </p>
        )}
        <StatRow>
          <StatTile label={words.sales} value={formatNumber(reader, sales)} />
          <StatTile label={words.listed} value={formatNumber(reader, cards.length)} />
          {reviews.rating.reviews > 0 && (
            <StatTile label={words.rating} value={formatRating(reader, reviews.rating)} />
          )}
          {reviews.asBuyer.reviews > 0 && (
            <StatTile label={words.asBuyer} value={formatRating(reader, reviews.asBuyer)} />
          )}
        </StatRow>
        <DetailList
          items={[
            { label: words.level, value: levelName(reader, level) },
            ...(country ? [{ label: words.country, value: country }] : []),
            ...(member.languages.length > 0
              ? [{ label: words.languages, value: languageNames(reader.locale, member.languages) }]
              : []),
            { label: words.joined, value: formatDate(reader, member.joinedAt) },
            ...(member.lastSeenAt
              ? [
                  {
                    label: words.lastSeen,
                    value: <DateTime at={member.lastSeenAt} style="relative" />,
                  },
                ]
              : []),
          ]}
        />
        {!own && cards.length > 0 && (
          <LinkButton
            kind="secondary"
            block
            icon="message-circle"
            rel="nofollow"
            href={askSellerPath(member.handle)}
          >
            {words.ask}
          </LinkButton>
        )}
        {own && (
          <LinkButton kind="secondary" block href="/settings">
            {words.editProfile}
          </LinkButton>
        )}
      </Stack>
    </Panel>
  );
}
