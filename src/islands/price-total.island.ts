import { decimalText } from '#platform/money';

/** Keeps the total of a form with upgrades true while they are ticked (the server adds it up again). */
export default function priceTotal(element: HTMLElement): void {
  const form = element.closest('form');
  const sum = element.querySelector<HTMLElement>('[data-total] .money');
  const days = element.querySelector<HTMLElement>('[data-total-days]');
  if (!form || !sum) return;
  const { baseMinor = '0', baseDays = '0', locale = 'ar', dayForms = '{}' } = element.dataset;
  const forms = JSON.parse(dayForms) as Record<string, string>;
  const plural = new Intl.PluralRules(locale);
  const money = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
  const whole = new Intl.NumberFormat(locale);

  const update = () => {
    let totalMinor = BigInt(baseMinor);
    let totalDays = Number(baseDays);
    for (const box of form.querySelectorAll<HTMLInputElement>('input[data-price-minor]:checked')) {
      totalMinor += BigInt(box.dataset['priceMinor'] ?? '0');
      totalDays += Number(box.dataset['days'] ?? '0');
    }
    const quantity = quantityOf(form);
    totalMinor *= BigInt(quantity);
    if (element.dataset['timesDays']) totalDays *= quantity;
    sum.textContent = `$${money.format(decimalText(totalMinor) as Intl.StringNumericLiteral)}`;
    if (days) {
      const shown = Math.max(1, totalDays);
      const text = forms[plural.select(shown)] ?? forms['other'] ?? '#';
      days.textContent = text.replace('#', whole.format(shown));
    }
  };
  form.addEventListener('input', update);
  update();
}

/** The field named `quantity`, from 1 to 999; 1 without it. */
function quantityOf(form: HTMLFormElement): number {
  const field = form.elements.namedItem('quantity');
  const typed = field && 'value' in field ? Number.parseInt(String(field.value), 10) : 1;
  return Math.min(999, Math.max(1, typed || 1));
}
