import { Badge, type Tone } from '../../../ui/badge';
import { money } from '../../../words/money';
import { day } from '../../../words/times';
import type { Act } from '../answers';
import styles from './announced.module.css';

type Amount = Act['amounts'][number];

/* The shape says it beside the word: full, in part, to come, going out. */
const CERTAINTIES: Readonly<Record<Amount['certainty'], readonly [shape: string, tone: Tone]>> = {
  committed: ['●', 'good'],
  conditional: ['◐', 'past'],
  forecast: ['◇', 'plain'],
  spending: ['→', 'mark'],
};

export function Amounts({ amounts }: Pick<Act, 'amounts'>) {
  return (
    <ul className={styles.amounts} aria-label="Amounts">
      {amounts.map((amount) => (
        <li key={`${amount.label} ${amount.value}`}>
          <p>
            <strong className={styles.amount}>{money(amount.value, amount.currency)}</strong>{' '}
            <Badge tone={CERTAINTIES[amount.certainty][1]}>
              <span aria-hidden="true">{CERTAINTIES[amount.certainty][0]}</span> {amount.certainty}
            </Badge>
          </p>
          <p>{amount.label}</p>
          {amount.condition !== undefined && <p className="soft">If: {amount.condition}</p>}
          {amount.deadline !== undefined && <p className="soft">Until {day(amount.deadline)}</p>}
        </li>
      ))}
    </ul>
  );
}
