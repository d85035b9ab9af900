import { LinkButton, PostButton, Row, usePage } from '#ui';
import { catalogueWords } from '../../locales/index.ts';

/** Keeps the service of this page for later, and says how many do. */
export function KeepButton(props: { number: number; path: string; kept: boolean; count: number }) {
  const { number, path, kept, count } = props;
  const { viewer, reader } = usePage();
  const words = catalogueWords(reader).favourites;
  const fields = { service: String(number), back: path };
  return (
    <Row>
      {viewer ? (
        <PostButton
          kind="secondary"
          icon="heart"
          action={kept ? '/favourites/removal' : '/favourites'}
          fields={fields}
        >
          {kept ? words.remove : words.add}
        </PostButton>
      ) : (
        <LinkButton kind="secondary" icon="heart" href={`/favourites/new?service=${number}`}>
          {words.add}
        </LinkButton>
      )}
      <LinkButton kind="quiet" href={`/my/collections/add?service=${number}`}>
        {words.collect}
      </LinkButton>
      {count > 0 && <span class="mute">{words.keptBy(count)}</span>}
    </Row>
  );
}
