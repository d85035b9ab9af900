/** A part of a document that is written by code, between two markers that name it. */
const begin = (name: string) => `<!-- generated: ${name} (npm run docs) -->`;
const END = '<!-- end of generated -->';

/** The document with the named part replaced; undefined when it has no such part. */
export function withRegion(document: string, name: string, text: string): string | undefined {
  const start = document.indexOf(begin(name));
  if (start === -1) return undefined;
  const from = start + begin(name).length;
  const end = document.indexOf(END, from);
  if (end === -1) return undefined;
  return `${document.slice(0, from)}\n\n${text.trim()}\n\n${document.slice(end)}`;
}

/** The empty part to put into a new document. */
export function emptyRegion(name: string): string {
  return `${begin(name)}\n\n${END}`;
}
