import { Badge } from '../../../ui/badge';
import { PercentChange } from '../../../ui/change';
import { Evidence } from '../../../ui/evidence';
import { PageTitle } from '../../../ui/page-title';
import { money } from '../../../words/money';
import { plural, price } from '../../../words/numbers';
import { day } from '../../../words/times';
import { priceUnitOf } from '../tape/capital';
import type { Point } from '../tape/points';
import type { Instrument } from '../tape/rows';
import styles from './facts.module.css';

interface Props {
  readonly instrument: Instrument;
  readonly points: readonly Point[];
}

/** Which instrument it is, where it stands, and what is known of it. */
export function InstrumentHeader({ instrument, points }: Props) {
  const { symbol, mic, name, delisting } = instrument;
  const last = points.findLast(({ bar }) => bar !== null);
  return (
    <header className={styles.header}>
      <div>
        <PageTitle name={`${symbol} · ${name}`}>
          {name}{' '}
          <span className={styles.symbol}>
            {symbol} · {mic}
          </span>
        </PageTitle>
        {delisting !== null && <Delisted delisting={delisting} currency={instrument.currency} />}
        <KnownOf instrument={instrument} />
      </div>
      {last?.bar && <LastClose instrument={instrument} last={last} />}
    </header>
  );
}

function LastClose({ instrument, last }: { readonly instrument: Instrument; readonly last: Point }) {
  const { session, bar, cap } = last;
  return (
    <div className={styles.last} role="group" aria-label="Last close">
      <p className={styles.close}>
        {price(bar?.close)} <span className={styles.unit}>{priceUnitOf(instrument)}</span>{' '}
        <PercentChange value={bar?.change} />
      </p>
      <p className="soft">
        Close of {day(session)}
        {cap !== null && cap.marketCap !== null && `, market cap ${money(cap.marketCap, instrument.currency)}`}
      </p>
    </div>
  );
}

type Delisting = NonNullable<Instrument['delisting']>;

function Delisted({ delisting, currency }: { readonly delisting: Delisting; readonly currency: string }) {
  const { lastSession, reason, cashPerShare } = delisting;
  return (
    <p>
      <Badge tone="past">Delisted</Badge> Its last session was {day(lastSession)} (
      {reason.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}
      {cashPerShare !== null && `, ${price(cashPerShare)} ${currency} a share`}).
    </p>
  );
}

function KnownOf({ instrument }: { readonly instrument: Instrument }) {
  const { id, issuer, cik, name, names, benchmarks, sectors, tape } = instrument;
  const facts = [
    issuer !== null && issuer !== name && `issued by ${issuer}`,
    names.length > 1 && `formerly ${formerNames(instrument)}`,
    sectors.length > 0 && sectors.map(({ scheme, code, name: title }) => `${title ?? code} (${scheme})`).join(', '),
    benchmarks.length > 0 && `measured against ${benchmarks.map(({ instrument: ref }) => ref).join(', ')}`,
    cik !== null && `CIK ${cik}`,
    tape !== null && `${plural(tape.sessions, 'session')} on record from ${day(tape.from)}`,
  ].filter((fact) => fact !== false);
  return (
    <ul className={styles.known} aria-label="What is known of it">
      {facts.map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
      <li>
        <Evidence href={`/v1/instruments/${id}`}>all of it</Evidence>
      </li>
      <li>
        <Evidence href={`/v1/events?instruments=${id}`}>its events</Evidence>
      </li>
    </ul>
  );
}

function formerNames({ names }: Instrument): string {
  return names
    .slice(0, -1)
    .map(({ symbol, mic }) => `${mic}:${symbol}`)
    .join(', ');
}
