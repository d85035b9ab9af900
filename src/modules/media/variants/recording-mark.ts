const MARKS = {
  video: '<path d="M700 320v260l220-130z" fill="#fff"/>',
  audio:
    '<path d="M600 400v100M680 340v220M760 270v360M840 340v220M920 400v100" stroke="#fff" stroke-width="36" stroke-linecap="round"/>',
} as const;

/** What stands for a video or a sound where a picture is shown: a mark on the house's colour. */
export function recordingMark(kind: keyof typeof MARKS): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="900" viewBox="0 0 1600 900"><rect width="1600" height="900" fill="#0b5a66"/><circle cx="765" cy="450" r="300" fill="#083f48"/>${MARKS[kind]}</svg>`;
}
