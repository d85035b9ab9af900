const STAR =
  'M12 1l3.22 3.22h4.56v4.56L23 12l-3.22 3.22v4.56h-4.56L12 23l-3.22-3.22H4.22v-4.56L1 12l3.22-3.22V4.22h4.56z';
const HEART =
  'M12 6.4l1.64 1.64h2.32v2.32L17.6 12l-1.64 1.64v2.32h-2.32L12 17.6l-1.64-1.64H8.04v-2.32L6.4 12l1.64-1.64V8.04h2.32z';

/** The eight-pointed star, the one ornament: the rating mark. */
export function Khatam(props: { class?: string }) {
  return (
    <svg class={`khatam ${props.class ?? ''}`.trim()} viewBox="0 0 24 24" aria-hidden="true">
      <path d={STAR} />
    </svg>
  );
}

/** The logo's star: teal with a saffron heart. */
export function LogoStar() {
  return (
    <svg class="logo-star" viewBox="0 0 24 24" aria-hidden="true">
      <path class="logo-outer" d={STAR} />
      <path class="logo-inner" d={HEART} />
    </svg>
  );
}
