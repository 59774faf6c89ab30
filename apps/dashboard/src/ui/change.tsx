import { moneyChange } from '../words/money';
import { NOTHING } from '../words/nothing';
import { percent } from '../words/numbers';

type Value = number | null | undefined;

/** A fraction as a change: its sign, a shape and a colour say the same. */
export function PercentChange({ value, digits = 2 }: { readonly value: Value; readonly digits?: number }) {
  return <Change value={value} text={percent(value, digits)} />;
}

/** A change of an amount, in units of its currency. */
export function MoneyChange({ value, currency }: { readonly value: Value; readonly currency?: string | undefined }) {
  return <Change value={value} text={moneyChange(value, currency)} />;
}

/** Any change that has words of its own. */
export function Change({ value, text }: { readonly value: Value; readonly text: string }) {
  if (value === null || value === undefined) return <Unknown />;
  const way = value < 0 ? 'falls' : value > 0 ? 'rises' : undefined;
  return (
    <span className={way}>
      {way !== undefined && <span aria-hidden="true">{value < 0 ? '▼' : '▲'}</span>}
      {way === undefined ? text : `\u00a0${text}`}
    </span>
  );
}

/** A figure that is not known. */
export function Unknown({ why }: { readonly why?: string }) {
  return (
    <span className="soft" title={why}>
      <span aria-hidden="true">{NOTHING}</span>
      <span className="visually-hidden">{why ?? 'not known'}</span>
    </span>
  );
}
