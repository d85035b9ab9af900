import { formatNumber } from '#platform/i18n';
import { Link } from '../actions/link.tsx';
import { usePage, useUiWords } from '../page-context.tsx';
import { writtenOnce } from '../written.tsx';
import { LanguageLink } from './language-link.tsx';
import { Logo } from './logo.tsx';
import { sitePaths } from './site-paths.ts';
import { ThemeToggle } from './theme-toggle.tsx';

interface Column {
  title: string;
  links: readonly { href: string; label: string }[];
}

function useColumns(): readonly Column[] {
  const { footer, siteNavigation } = useUiWords();
  return [
    {
      title: footer.market,
      links: [
        { href: sitePaths.categories, label: siteNavigation.categories },
        { href: sitePaths.sell, label: siteNavigation.sell },
      ],
    },
    {
      title: footer.rights,
      links: [
        { href: sitePaths.protection, label: siteNavigation.protection },
        { href: sitePaths.refunds, label: footer.refunds },
        { href: sitePaths.terms, label: footer.terms },
        { href: sitePaths.privacy, label: footer.privacy },
      ],
    },
    {
      title: footer.company,
      links: [
        { href: sitePaths.help, label: footer.help },
        { href: sitePaths.contact, label: footer.contact },
      ],
    },
  ];
}

/** The same on every page of a language. */
function FooterLinks() {
  const { footer } = useUiWords();
  const columns = useColumns();
  return (
    <>
      <div class="footer-brand">
        <Logo />
        <p class="footer-motto">{footer.motto}</p>
        <p class="mute">{footer.promise}</p>
      </div>
      <nav class="footer-links" aria-label={footer.label}>
        {columns.map((column) => (
          <div key={column.title}>
            <h2 class="footer-title">{column.title}</h2>
            <ul>
              {column.links.map((link) => (
                <li key={link.href}>
                  <Link href={link.href}>{link.label}</Link>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
    </>
  );
}

/** The foot of every page: rights, help, language, appearance. */
export function SiteFooter() {
  const page = usePage();
  const { reader, now } = page;
  const { footer } = useUiWords();
  const year = formatNumber(reader, now.getUTCFullYear(), { useGrouping: false });
  const key = `footer ${reader.locale} ${page.brandName ?? ''}`;
  const links = writtenOnce(key, page, () => <FooterLinks />);
  return (
    <footer class="site-footer">
      <div class="wrap footer-row" dangerouslySetInnerHTML={{ __html: links }} />
      <div class="wrap footer-base">
        <p class="mute">{footer.made(year)}</p>
        <LanguageLink class="footer-language" />
        <ThemeToggle />
      </div>
    </footer>
  );
}
