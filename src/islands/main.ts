/// <reference types="vite/client" />
/**
 * The one script of every page. An element with `data-island="name"` is handed to the file
 * `name.island.ts` of whatever folder, fetched only where it is needed; pages work without any of them.
 */
export type Island = (element: HTMLElement) => void;

const files = import.meta.glob<{ default: Island }>('./**/*.island.ts');
const islands = new Map(
  Object.entries(files).map(([path, load]) => [path.replace(/^.*\/|\.island\.ts$/g, ''), load]),
);

/** Wakes the islands inside an element; for parts that arrive later too. */
export function wakeIslands(root: ParentNode): void {
  for (const element of root.querySelectorAll<HTMLElement>('[data-island]:not([data-awake])')) {
    element.dataset['awake'] = '';
    for (const name of element.dataset['island']?.split(' ') ?? []) {
      void islands
        .get(name)?.()
        .then((island) => island.default(element));
    }
  }
}

document.documentElement.classList.add('js');
document.addEventListener('wake-islands', (event) => {
  if (event.target instanceof HTMLElement) wakeIslands(event.target);
});
wakeIslands(document);
