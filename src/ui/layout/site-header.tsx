import { LinkButton } from '../actions/link-button.tsx';
import { Link } from '../actions/link.tsx';
import { Menu, MenuLink } from '../actions/menu.tsx';
import { PostButton } from '../actions/post-button.tsx';
import { Avatar } from '../display/avatar.tsx';
import { SearchBox } from '../fields/search-box.tsx';
import { Icon } from '../icons/icon.tsx';
import { Bell } from '../navigation/bell.tsx';
import { usePage, useUiWords, type Viewer } from '../page-context.tsx';
import { Money } from '../text/money.tsx';
import { LanguageLink } from './language-link.tsx';
import { Logo } from './logo.tsx';
import { sitePaths } from './site-paths.ts';

function StrangerLinks() {
  const { siteNavigation: words, menu, searchButton } = useUiWords();
  return (
    <>
      <Link class="header-link wide-only" href={sitePaths.categories}>
        {words.categories}
      </Link>
      <Link class="header-link wide-only" href={sitePaths.protection}>
        {words.protection}
      </Link>
      <Link class="header-link wide-only" href={sitePaths.sell}>
        {words.sell}
      </Link>
      <Link class="header-link wide-only" href={sitePaths.signIn}>
        {words.signIn}
      </Link>
      <LinkButton href={sitePaths.signUp} class="header-start">
        {words.signUp}
      </LinkButton>
      <div class="narrow-only">
        <Menu id="site-menu" label={menu} button={<Icon name="menu" />}>
          <MenuLink href={sitePaths.search} icon="search">
            {searchButton}
          </MenuLink>
          <MenuLink href={sitePaths.signIn} icon="log-in">
            {words.signIn}
          </MenuLink>
          <MenuLink href={sitePaths.categories} icon="layers">
            {words.categories}
          </MenuLink>
          <MenuLink href={sitePaths.protection} icon="shield">
            {words.protection}
          </MenuLink>
          <MenuLink href={sitePaths.sell} icon="store">
            {words.sell}
          </MenuLink>
          <LanguageLink class="menu-item" />
        </Menu>
      </div>
    </>
  );
}

function AccountMenu({ viewer }: { viewer: Viewer }) {
  const words = useUiWords();
  const links = words.siteNavigation;
  const staff = viewer.roles.some((role) => role !== 'member');
  return (
    <Menu
      id="account-menu"
      label={words.accountMenu(viewer.displayName)}
      button={<Avatar name={viewer.displayName} seed={viewer.memberId} size="small" />}
    >
      <p class="menu-title">
        <bdi>{viewer.displayName}</bdi>
        <Money amountMinor={viewer.balanceMinor} />
      </p>
      <MenuLink href={sitePaths.orders} icon="shopping-bag">
        {links.orders}
      </MenuLink>
      <MenuLink href={sitePaths.sales} icon="hand-coins">
        {links.sales}
      </MenuLink>
      <MenuLink href={sitePaths.services} icon="store">
        {links.services}
      </MenuLink>
      <MenuLink href={sitePaths.favourites} icon="heart">
        {links.favourites}
      </MenuLink>
      <MenuLink href={sitePaths.savedSearches} icon="bookmark">
        {links.savedSearches}
      </MenuLink>
      <MenuLink href={sitePaths.wallet} icon="wallet">
        {links.wallet}
      </MenuLink>
      <MenuLink href={sitePaths.profile(viewer.handle)} icon="user">
        {links.profile}
      </MenuLink>
      <MenuLink href={sitePaths.settings} icon="settings">
        {links.settings}
      </MenuLink>
      {staff && (
        <MenuLink href={sitePaths.backoffice} icon="layout-dashboard">
          {links.backoffice}
        </MenuLink>
      )}
      <LanguageLink class="menu-item" />
      <PostButton action={sitePaths.signOut} kind="quiet" icon="log-out" class="menu-form">
        {links.signOut}
      </PostButton>
    </Menu>
  );
}

function MemberLinks({ viewer }: { viewer: Viewer }) {
  const { siteNavigation: words } = useUiWords();
  return (
    <>
      <Link class="header-link wide-only" href={sitePaths.orders}>
        {words.orders}
      </Link>
      <Link class="header-link wide-only" href={sitePaths.wallet}>
        {words.balance} <Money amountMinor={viewer.balanceMinor} class="strong" />
      </Link>
      <Bell
        href={sitePaths.messages}
        count={viewer.unreadMessages}
        label={words.messages}
        icon="message-circle"
      />
      <Bell
        href={sitePaths.cart}
        count={viewer.cartLines}
        label={words.cart}
        icon="shopping-cart"
      />
      <Bell href={sitePaths.notices} count={viewer.unreadNotices} source={sitePaths.noticesLive} />
      <AccountMenu viewer={viewer} />
    </>
  );
}

/** The word being searched for, when the page is the search. */
function queryOf(path: string): string | undefined {
  const [bare, query] = path.split('?');
  if (bare !== sitePaths.search || !query) return undefined;
  return new URLSearchParams(query).get('q') ?? undefined;
}

/** The head of every page: logo, search, and where the viewer may go. */
export function SiteHeader() {
  const { viewer, path } = usePage();
  const words = useUiWords();
  return (
    <header class="site-header">
      <div class="wrap header-row">
        <Logo />
        <div class="header-search">
          <SearchBox action={sitePaths.search} value={queryOf(path)} />
        </div>
        <nav class="header-links" aria-label={words.mainNavigation}>
          <Link
            class="icon-btn header-search-link"
            href={sitePaths.search}
            aria-label={words.searchButton}
          >
            <Icon name="search" />
          </Link>
          {viewer ? <MemberLinks viewer={viewer} /> : <StrangerLinks />}
        </nav>
      </div>
    </header>
  );
}
