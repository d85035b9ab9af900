import { type MoneyStyle, moneyText } from '#platform/i18n';
import { useReader } from '../page-context.tsx';

export interface MoneyProps extends MoneyStyle {
  amountMinor: bigint;
  class?: string;
}

/** An amount in its one order everywhere ($15.00), isolated; minor units. */
export function Money({ amountMinor, class: extra, ...style }: MoneyProps) {
  const reader = useReader();
  return (
    <bdi dir="ltr" class={extra ? `money ${extra}` : 'money'}>
      {moneyText(reader, amountMinor, style)}
    </bdi>
  );
}
