const ADDRESS = /(https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]»])/g;

/** Plain text whose addresses can be followed. */
export function LinkedText({ text }: { text: string }) {
  const parts = text.split(ADDRESS);
  return (
    <p class="mail-text" dir="auto">
      {parts.map((part, index) =>
        index % 2 === 1 ? (
          <a key={index} href={part} dir="ltr">
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </p>
  );
}
