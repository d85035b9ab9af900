/** What a person wrote, paragraph by paragraph, each in its own direction. */
export function UserText(props: { text: string; class?: string }) {
  const paragraphs = props.text.split(/\n{2,}/).filter((part) => part.trim() !== '');
  return (
    <div class={props.class ? `user-text ${props.class}` : 'user-text'}>
      {paragraphs.map((paragraph) => (
        <p key={paragraph} dir="auto">
          {paragraph}
        </p>
      ))}
    </div>
  );
}
