import type { CategoryTree } from '#catalogue';
import { LinkButton, PostButton, sitePaths, usePage, useReader } from '#ui';
import { searchWords } from '../locales/index.ts';
import { type SearchChoice, searchAddress } from '../asking/search-choice.ts';
import { savedPath } from '../search-paths.ts';

/** Keeps the search for later, with letters about what is new; a stranger is led through signing in and back. */
export function SaveSearch(props: {
  choice: SearchChoice;
  tree: CategoryTree;
  savedId: string | undefined;
  primary?: boolean;
}) {
  const { viewer } = usePage();
  const words = searchWords(useReader()).save;
  const address = searchAddress({ ...props.choice, page: 1 }, props.tree);
  const kind = props.primary ? 'primary' : 'secondary';
  if (!viewer) {
    const next = encodeURIComponent(address);
    return (
      <LinkButton kind={kind} icon="bookmark" href={`${sitePaths.signIn}?next=${next}`}>
        {words.signIn}
      </LinkButton>
    );
  }
  if (props.savedId !== undefined) {
    return (
      <LinkButton kind="quiet" icon="check" href={savedPath}>
        {words.saved}
      </LinkButton>
    );
  }
  return (
    <PostButton action={savedPath} fields={{ address }} kind={kind} icon="bookmark">
      {words.button}
    </PostButton>
  );
}
