import { pictureSet } from '#media';
import { formatPercent } from '#platform/i18n';
import { Badge, Bdi, Link, Panel, Stack, useReader } from '#ui';
import { reviewPath } from '../catalogue-paths.ts';
import { catalogueWords } from '../locales/index.ts';
import type { SimilarService } from '../similar/find-similar.ts';

/** Services whose texts or pictures are much like those that are reviewed; nothing when there are none. */
export function SimilarServices({ similar }: { similar: readonly SimilarService[] }) {
  const { review } = catalogueWords(useReader());
  if (similar.length === 0) return <p class="mute">{review.noneSimilar}</p>;
  return (
    <Panel title={review.similarTitle}>
      <Stack gap={6}>
        <p class="mute">{review.similarNote}</p>
        <ul class="similar-services">
          {similar.map((one) => (
            <Similar key={one.serviceId} one={one} />
          ))}
        </ul>
      </Stack>
    </Panel>
  );
}

function Similar({ one }: { one: SimilarService }) {
  const reader = useReader();
  const { review, states } = catalogueWords(reader);
  return (
    <li>
      <p>
        <Link href={reviewPath(one.serviceId)}>
          <Bdi>{one.title}</Bdi>
        </Link>{' '}
        <Badge tone="neutral">{states[one.state]}</Badge>
      </p>
      <p class="mute">
        <Bdi>{one.sellerName}</Bdi> · {one.sameSeller ? review.sameSeller : review.otherSeller}
        {one.text !== undefined && <> · {review.textAlike(formatPercent(reader, one.text, 0))}</>}
      </p>
      {one.pictures.length > 0 && (
        <ul class="compared-pictures">
          {one.pictures.map(({ own, other, similarity }) => (
            <li key={own + other}>
              <Thumb fileId={own} alt={review.ownPicture} />
              <Thumb fileId={other} alt={review.otherPicture} />
              <small>{review.pictureAlike(formatPercent(reader, similarity, 0))}</small>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function Thumb({ fileId, alt }: { fileId: string; alt: string }) {
  const { src, width, height } = pictureSet(fileId, alt);
  return (
    <a href={src}>
      <img src={src} width={width} height={height} alt={alt} loading="lazy" />
    </a>
  );
}
