import { config } from '#config';
import { get, page, type Route } from '#platform/http';
import { texts } from '../../locales/texts.ts';
import { LegalPage } from './legal.page.tsx';
import { ProtectionPage } from './protection.page.tsx';
import { writeRules } from '../write-rules.ts';
import { sitePaths } from '#ui';

const CACHED_SECONDS = 60;

type LegalName = 'terms' | 'privacy' | 'refunds';

/** The version that members consent to at sign-up is the date of the text. */
const VERSIONS: Readonly<Partial<Record<LegalName, string>>> = {
  terms: config.legal.termsVersion,
  privacy: config.legal.privacyVersion,
};

function legalRoute(name: LegalName): Route {
  return get(sitePaths[name], { access: 'public' }, async ({ ctx }) => {
    const text = texts[name][ctx.reader.locale](await writeRules(ctx));
    const head = { title: text.title, description: text.lead, canonicalPath: sitePaths[name] };
    return page(head, <LegalPage view={{ text, version: VERSIONS[name] }} />, {
      cacheSeconds: CACHED_SECONDS,
    });
  });
}

export const legalRoutes: Route[] = [
  legalRoute('terms'),
  legalRoute('privacy'),
  legalRoute('refunds'),
  get(sitePaths.protection, { access: 'public' }, async ({ ctx }) => {
    const rules = await writeRules(ctx);
    const text = texts.protection[ctx.reader.locale](rules);
    const head = {
      title: text.title,
      description: text.lead,
      canonicalPath: sitePaths.protection,
    };
    return page(head, <ProtectionPage text={text} rules={rules} />, {
      cacheSeconds: CACHED_SECONDS,
    });
  }),
];
