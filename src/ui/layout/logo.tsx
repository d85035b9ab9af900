import { LogoStar } from '../icons/khatam.tsx';
import { usePage, useUiWords } from '../page-context.tsx';
import { sitePaths } from './site-paths.ts';

/** The star and the name, leading home. */
export function Logo() {
  const page = usePage();
  const words = useUiWords();
  return (
    <a class="logo" href={page.href(sitePaths.home)}>
      <LogoStar />
      <span>{page.brandName ?? words.brand}</span>
    </a>
  );
}
