import { decimalText } from '#platform/money';

/** Keeps the total of a form with upgrades true while they are ticked (the server adds it up again). */
export default function priceTotal(element: HTMLElement): void {
  const form = element.closest('form');
  const sum = element.querySelector<HTMLElement>('[data-total] .money');
  const days = element.querySelector<HTMLElement>('[data-total-days]');
  if (!form || !sum) return;
  const { baseMinor = '0', baseDays = '0', locale = 'ar', dayForms = '{}' } = element.dataset;
  const forms = JSON.parse(dayForms) as Record<string, string>;
  let formats: ReturnType<typeof formatsOf> | undefined;

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
    formats ??= formatsOf(locale);
    const { money, whole, plural } = formats;
    sum.textContent = `$${money.format(decimalText(totalMinor) as Intl.StringNumericLiteral)}`;
    if (days) {
      const shown = Math.max(1, totalDays);
      const text = forms[plural.select(shown)] ?? forms['other'] ?? '#';
      days.textContent = text.replace('#', whole.format(shown));
    }
  };
  form.addEventListener('input', update);
  if (!isAsItCame(form)) update();
}

/** Made when they are first needed: on an old phone that takes longer than all the rest. */
function formatsOf(locale: string) {
  const cents = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  return {
    money: new Intl.NumberFormat(locale, cents),
    whole: new Intl.NumberFormat(locale),
    plural: new Intl.PluralRules(locale),
  };
}

/** False when the browser has put back what was chosen before the page was loaded again. */
function isAsItCame(form: HTMLFormElement): boolean {
  return [...form.elements].every((field) => {
    if (field instanceof HTMLInputElement)
      return field.checked === field.defaultChecked && field.value === field.defaultValue;
    if (!(field instanceof HTMLSelectElement)) return true;
    const first = [...field.options].findIndex(({ defaultSelected }) => defaultSelected);
    return field.selectedIndex === Math.max(0, first);
  });
}

/** The field named `quantity`, from 1 to 999; 1 without it. */
function quantityOf(form: HTMLFormElement): number {
  const field = form.elements.namedItem('quantity');
  const typed = field && 'value' in field ? Number.parseInt(String(field.value), 10) : 1;
  return Math.min(999, Math.max(1, typed || 1));
}
