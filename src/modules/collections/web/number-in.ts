/** The number of a service in what was pasted: the number itself, or the address of its page. 0 for neither. */
export function numberIn(pasted: string): number {
  const found =
    /^\s*(\d{1,9})\s*$/.exec(pasted) ?? /\/services\/(\d{1,9})(?:[-/?#]|$)/.exec(pasted);
  return Number(found?.[1] ?? 0);
}
