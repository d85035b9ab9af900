import { LOCALES, wholeAddress } from '#platform/i18n';
import { usePage } from '../page-context.tsx';

/** What stands beside a shared link: 1200 × 630 pixels. */
export interface SharePicture {
  /** Path on this site without language prefix. */
  path: string;
  alt: string;
}

const SIZE = { width: '1200', height: '630' };
const OG_LOCALES = { ar: 'ar_AR', en: 'en_US' } as const;

function useAddress() {
  const { origin, reader } = usePage();
  return (path: string, locale = reader.locale) => wholeAddress(origin, locale, path);
}

/** The one address of a page, and the same page in every language. */
export function Alternates({ path }: { path: string }) {
  const address = useAddress();
  return (
    <>
      <link rel="canonical" href={address(path)} />
      {LOCALES.map((locale) => (
        <link key={locale} rel="alternate" hreflang={locale} href={address(path, locale)} />
      ))}
      <link rel="alternate" hreflang="x-default" href={address(path, 'ar')} />
    </>
  );
}

interface ShareMetaProps {
  brand: string;
  title: string;
  description: string | undefined;
  /** Undefined for a page that has no address of its own. */
  path: string | undefined;
  picture: SharePicture | undefined;
}

/** What messengers and networks show of a link to this page. */
export function ShareMeta(props: ShareMetaProps) {
  const { reader } = usePage();
  const address = useAddress();
  const { brand, title, description, path } = props;
  const picture = props.picture ?? { path: '/share/home.jpg', alt: brand };
  const other = LOCALES.filter((locale) => locale !== reader.locale);
  return (
    <>
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content={brand} />
      <meta property="og:locale" content={OG_LOCALES[reader.locale]} />
      {other.map((locale) => (
        <meta key={locale} property="og:locale:alternate" content={OG_LOCALES[locale]} />
      ))}
      <meta property="og:title" content={title} />
      {description && <meta property="og:description" content={description} />}
      {path !== undefined && <meta property="og:url" content={address(path)} />}
      <meta property="og:image" content={address(picture.path)} />
      <meta property="og:image:type" content="image/jpeg" />
      <meta property="og:image:width" content={SIZE.width} />
      <meta property="og:image:height" content={SIZE.height} />
      <meta property="og:image:alt" content={picture.alt} />
      <meta name="twitter:card" content="summary_large_image" />
      <meta name="twitter:title" content={title} />
      {description && <meta name="twitter:description" content={description} />}
      <meta name="twitter:image" content={address(picture.path)} />
      <meta name="twitter:image:alt" content={picture.alt} />
    </>
  );
}
