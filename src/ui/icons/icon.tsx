import { iconBodies } from './icons.generated.ts';

export type IconName = keyof typeof iconBodies;

/** Icons that point along the line of reading: drawn left to right, mirrored where Arabic is read. */
const FOLLOWS_READING =
  /^(?:arrow|chevron)-(?:left|right)$|^log-|^send$|^undo-2$|^list$|^external-link$/;

/** The icon of that name, or another when the set has none (names that come from the operator's file). */
export function iconNamed(name: string, otherwise: IconName = 'layers'): IconName {
  return name in iconBodies ? (name as IconName) : otherwise;
}

export interface IconProps {
  name: IconName;
  /** Read aloud; without it the icon is decoration. */
  label?: string;
  class?: string;
}

/** One Lucide icon, sized by the text around it. */
export function Icon({ name, label, class: extra }: IconProps) {
  const mirror = FOLLOWS_READING.test(name) ? ' icon-mirror' : '';
  return (
    <svg
      class={`icon${mirror}${extra ? ` ${extra}` : ''}`}
      viewBox="0 0 24 24"
      aria-hidden={label ? undefined : 'true'}
      aria-label={label}
      role={label ? 'img' : undefined}
      dangerouslySetInnerHTML={{ __html: iconBodies[name] }}
    />
  );
}
