import { Form, Icon, usePage, useReader } from '#ui';
import { catalogueWords } from '../../locales/index.ts';

export interface HeartProps {
  number: number;
  title: string;
  /** Among the reader's favourites already. */
  kept: boolean;
  /** The form that the button belongs to; a stranger has none, and signs in first. */
  formId: string | undefined;
}

/** Keeps a service for later, or lets it go: a button of one form for all hearts beside it. */
export function Heart({ number, title, kept, formId }: HeartProps) {
  const page = usePage();
  const words = catalogueWords(useReader()).favourites;
  const label = kept ? words.removeTitle(title) : words.addTitleOf(title);
  if (!formId) {
    return (
      <a
        class="heart"
        href={page.href(`/favourites/new?service=${number}`)}
        rel="nofollow"
        aria-label={label}
      >
        <Icon name="heart" />
      </a>
    );
  }
  return (
    <button
      type="submit"
      class={kept ? 'heart heart-kept' : 'heart'}
      form={formId}
      formAction={kept ? page.href('/favourites/removal') : undefined}
      name="service"
      value={String(number)}
      aria-label={label}
    >
      <Icon name="heart" />
    </button>
  );
}

/** The form of the hearts of one list: its buttons say which service. */
export function HeartForm({ id }: { id: string }) {
  const { path } = usePage();
  return (
    <Form id={id} action="/favourites">
      <input type="hidden" name="back" value={path} />
    </Form>
  );
}
