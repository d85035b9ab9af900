import {
  type CategoryLeaf,
  type CategoryTree,
  categoryPath,
  type ServiceCardData,
} from '#catalogue';
import { ServiceGrid } from '#catalogue/ui';
import type { CollectionLine } from '#collections';
import { CollectionLinks, collectionsWords } from '#collections/ui';
import { config } from '#config';
import { formatNumber } from '#platform/i18n';
import {
  Chip,
  ChipRow,
  EmptyState,
  Hero,
  Icon,
  iconNamed,
  Link,
  LinkButton,
  SearchBox,
  Section,
  useReader,
  Wrap,
  sitePaths,
} from '#ui';
import { siteWords } from '../locales/index.ts';
import type { MarketFigures } from '../market-figures.report.ts';
import type { RuleWords } from '../rule-words.ts';
import { ProtectionSteps } from './protection-steps.tsx';
import { Steps } from './steps.tsx';

export interface HomeView {
  tree: CategoryTree;
  /** The most ordered services. */
  trusted: readonly ServiceCardData[];
  newest: readonly ServiceCardData[];
  /** Leaves with the most completed orders. */
  popular: readonly CategoryLeaf[];
  figures: MarketFigures;
  rules: RuleWords;
  /** Numbers of those that the reader keeps. */
  favourites: ReadonlySet<number>;
  /** Chosen by the editor. */
  collections: readonly CollectionLine[];
}

const ON_FIRST_SCREEN = 2;

/** The front door: search, categories, services, and how money is kept. */
export function HomePage({ view }: { view: HomeView }) {
  const reader = useReader();
  const words = siteWords(reader).home;
  return (
    <>
      <HomeHero view={view} />
      <Wrap class="home">
        <CategoryChips tree={view.tree} />
        {view.trusted.length === 0 ? (
          <EmptyState
            title={words.empty.title}
            action={<LinkButton href={sitePaths.sell}>{words.sell.start}</LinkButton>}
          >
            {words.empty.text}
          </EmptyState>
        ) : (
          <Section title={words.trusted} action={<SeeAll href={sitePaths.categories} />}>
            <ServiceGrid
              cards={view.trusted}
              tree={view.tree}
              favourites={view.favourites}
              eager={ON_FIRST_SCREEN}
            />
          </Section>
        )}
        {view.collections.length > 0 && (
          <Section
            title={collectionsWords(reader).house.title}
            action={<SeeAll href="/collections" />}
          >
            <CollectionLinks lines={view.collections} />
          </Section>
        )}
        <Protection rules={view.rules} />
        {view.newest.length > 0 && (
          <Section title={words.newest}>
            <ServiceGrid cards={view.newest} tree={view.tree} favourites={view.favourites} />
          </Section>
        )}
        <Selling rules={view.rules} />
        <Figures figures={view.figures} />
      </Wrap>
    </>
  );
}

function HomeHero({ view }: { view: HomeView }) {
  const reader = useReader();
  const words = siteWords(reader).home;
  return (
    <Hero title={config.brand.motto[reader.locale]} lead={words.lead(view.rules.priceFrom)}>
      <SearchBox look="hero" placeholder={words.searchPlaceholder} />
      {view.popular.length > 0 && (
        <ChipRow scroll={false} label={words.popular}>
          <span aria-hidden="true">{words.popular}</span>
          {view.popular.map((leaf) => (
            <Chip key={leaf.key} href={categoryPath(leaf.slug)}>
              {reader.locale === 'ar' ? leaf.nameAr : leaf.nameEn}
            </Chip>
          ))}
        </ChipRow>
      )}
    </Hero>
  );
}

function CategoryChips({ tree }: { tree: CategoryTree }) {
  const reader = useReader();
  const words = siteWords(reader).home;
  return (
    <nav class="home-categories" aria-label={words.categories}>
      <ChipRow>
        {tree.groups.map((group) => (
          <Chip key={group.key} href={categoryPath(group.slug)} icon={iconNamed(group.icon)}>
            {reader.locale === 'ar' ? group.nameAr : group.nameEn}
          </Chip>
        ))}
      </ChipRow>
    </nav>
  );
}

function SeeAll({ href }: { href: string }) {
  const words = siteWords(useReader()).home;
  return (
    <Link href={href}>
      {words.seeAll}
      <Icon name="arrow-right" />
    </Link>
  );
}

function Protection({ rules }: { rules: RuleWords }) {
  const words = siteWords(useReader()).home;
  return (
    <Section
      title={words.protection}
      action={
        <Link href={sitePaths.protection}>
          {words.protectionMore}
          <Icon name="arrow-right" />
        </Link>
      }
    >
      <ProtectionSteps rules={rules} />
    </Section>
  );
}

function Selling({ rules }: { rules: RuleWords }) {
  const words = siteWords(useReader()).home.sell;
  const { offer, review, earn } = words.steps;
  return (
    <section class="sell-band">
      <div class="sell-words">
        <h2>{words.title}</h2>
        <p class="mute">{words.lead}</p>
        <p class="sell-fee">
          <Icon name="trending-up" />
          {words.fee(rules.commission.new, rules.commission.trusted)}
        </p>
        <div class="row">
          <LinkButton href={sitePaths.sell}>{words.start}</LinkButton>
          <LinkButton kind="quiet" href={`${sitePaths.help}/selling`}>
            {words.more}
          </LinkButton>
        </div>
      </div>
      <Steps
        level={3}
        stacked
        items={[
          { icon: 'pen-line', title: offer.title, text: offer.text },
          { icon: 'badge-check', title: review.title, text: review.text },
          { icon: 'wallet', title: earn.title, text: earn.text },
        ]}
      />
    </section>
  );
}

/** Figures are shown only when they are counted and worth saying. */
function Figures({ figures }: { figures: MarketFigures }) {
  const reader = useReader();
  const words = siteWords(reader).home.figures;
  const shown = [
    { n: figures.services, label: words.services(figures.services) },
    { n: figures.sellers, label: words.sellers(figures.sellers) },
    { n: figures.completedOrders, label: words.orders(figures.completedOrders) },
  ].filter(({ n }) => n >= WORTH_SAYING);
  if (shown.length === 0) return null;
  return (
    <section class="market-figures" aria-label={words.label}>
      {shown.map(({ n, label }) => (
        <p key={label}>
          <b>{formatNumber(reader, n)}</b> {label}
        </p>
      ))}
    </section>
  );
}

const WORTH_SAYING = 20;
