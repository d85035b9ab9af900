import { formatMoney, type Reader } from '#platform/i18n';
import { RadioGroup, useReader } from '#ui';
import { checkoutWords } from '../locales/index.ts';
import type { PaymentOption } from './payment-options.ts';

/** How to pay: each way with what it takes and its fee. */
export function MethodChoice(props: {
  options: readonly PaymentOption[];
  spendableMinor: bigint;
  method: string | undefined;
}) {
  const reader = useReader();
  const words = checkoutWords(reader);
  const { options, method } = props;
  return (
    <RadioGroup
      name="method"
      label={words.payTitle}
      hideLabel
      options={options.map((option) => ({
        value: option.method,
        ...optionText(reader, option, props.spendableMinor),
      }))}
      value={options.find((option) => option.method === method)?.method ?? options[0]?.method}
    />
  );
}

function optionText(reader: Reader, option: PaymentOption, spendableMinor: bigint) {
  const words = checkoutWords(reader);
  const money = (amountMinor: bigint) => formatMoney(reader, amountMinor);
  if (option.method === 'balance') {
    return { label: words.balance, hint: words.balanceHint(money(spendableMinor)) };
  }
  if (option.method === 'gateway') {
    const total = option.byGatewayMinor + option.feeMinor;
    return { label: words.gateway, hint: words.gatewayHint(money(option.feeMinor), money(total)) };
  }
  const { fromBalanceMinor, byGatewayMinor, feeMinor } = option;
  return {
    label: words.mixed,
    hint: words.mixedHint(
      money(fromBalanceMinor),
      money(byGatewayMinor + feeMinor),
      money(feeMinor),
    ),
  };
}
