/** What is said under this name concerns the notices of the member (`notify`, reading them). */
export function noticeTopic(memberId: string): string {
  return `notices:${memberId}`;
}
