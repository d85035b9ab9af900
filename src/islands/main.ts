/// <reference types="vite/client" />
/**
 * The one script of every page. An element with `data-island="name"` is handed to
 * `name.island.ts`, fetched only where it is needed; pages work without any of them.
 */
export type Island = (element: HTMLElement) => void;

const islands = import.meta.glob<{ default: Island }>('./*.island.ts');

/** Wakes the islands inside an element; for parts that arrive later too. */
export function wakeIslands(root: ParentNode): void {
  for (const element of root.querySelectorAll<HTMLElement>('[data-island]:not([data-awake])')) {
    element.dataset['awake'] = '';
    for (const name of element.dataset['island']?.split(' ') ?? []) {
      void islands[`./${name}.island.ts`]?.().then((island) => island.default(element));
    }
  }
}

document.documentElement.classList.add('js');
document.addEventListener('wake-islands', (event) => {
  if (event.target instanceof HTMLElement) wakeIslands(event.target);
});
wakeIslands(document);
