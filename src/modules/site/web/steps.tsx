import { Icon, type IconName } from '#ui';

export interface Step {
  icon: IconName;
  title: string;
  text: string;
}

/** Steps in their order, told plainly; side by side, or under each other. */
export function Steps(props: { items: readonly Step[]; stacked?: boolean; level?: 2 | 3 }) {
  const Heading = `h${props.level ?? 3}` as const;
  return (
    <ol class={props.stacked ? 'steps steps-stacked' : 'steps'}>
      {props.items.map((step) => (
        <li key={step.title} class="step">
          <span class="step-icon">
            <Icon name={step.icon} />
          </span>
          <div>
            <Heading class="step-title">{step.title}</Heading>
            <p class="step-text">{step.text}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}
