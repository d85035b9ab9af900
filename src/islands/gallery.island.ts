/** Chooses a picture without moving the page, and marks the small one that is shown. */
export default function gallery(element: HTMLElement): void {
  const strip = element.querySelector<HTMLElement>('.gallery-strip');
  const links = [...element.querySelectorAll<HTMLAnchorElement>('.gallery-thumbs a')];
  if (!strip || links.length === 0) return;
  const slideOf = (link: HTMLAnchorElement) => document.getElementById(link.hash.slice(1));
  for (const link of links) {
    link.addEventListener('click', (event) => {
      event.preventDefault();
      const slide = slideOf(link);
      if (slide) strip.scrollTo({ left: slide.offsetLeft - strip.offsetLeft });
    });
  }
  const watcher = new IntersectionObserver(
    (entries) => {
      const shown = entries.find((entry) => entry.isIntersecting)?.target;
      if (!shown) return;
      for (const link of links) {
        if (slideOf(link) === shown) link.setAttribute('aria-current', 'true');
        else link.removeAttribute('aria-current');
      }
    },
    { root: strip, threshold: 0.6 },
  );
  for (const slide of strip.children) watcher.observe(slide);
}
