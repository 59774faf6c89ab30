import type { ReactNode } from 'react';
import { Change, MoneyChange, PercentChange, Unknown } from '../../../ui/change';
import { money, moneyChange } from '../../../words/money';
import { percent, price, whole } from '../../../words/numbers';
import { day } from '../../../words/times';
import type { CapChange } from '../tape/cap-changes';
import type { Point } from '../tape/points';
import styles from './chart-view.module.css';

interface Props {
  readonly point: Point | undefined;
  readonly currency: string;
  /** What prices are in, as the adjustment leaves them. */
  readonly unit: string;
}

const REASONS: Readonly<Record<NonNullable<CapChange['reason']>, string>> = {
  noShareCount: 'no share count was known',
  staleShareCount: 'the last share count was older than 400 days',
  otherClassMissing: 'another class of its shares lacks a bar or a count',
  mixedCurrencies: 'its classes trade in different currencies',
};

/** The figures of the session under the crosshair, else of the last one. */
export function SessionLegend({ point, currency, unit }: Props) {
  if (point === undefined) return null;
  const { session, bar, cap } = point;
  return (
    <div role="group" aria-label="Figures of the session" className={styles.legend}>
      <strong className={styles.session}>{day(session)}</strong>
      {bar === null ? (
        <span>has no bar on record</span>
      ) : (
        <>
          <Figure name="Open">{price(bar.open)}</Figure>
          <Figure name="High">{price(bar.high)}</Figure>
          <Figure name="Low">{price(bar.low)}</Figure>
          <Figure name="Close">
            {price(bar.close)} {unit}
          </Figure>
          <Figure name="Change">
            <PercentChange value={bar.change} />
          </Figure>
          <Figure name="Volume">{whole(bar.volume === null ? null : Math.round(bar.volume))}</Figure>
        </>
      )}
      {cap !== null && <CapFigures cap={cap} currency={currency} />}
    </div>
  );
}

function CapFigures({ cap, currency }: { readonly cap: CapChange; readonly currency: string }) {
  if (cap.marketCap === null) {
    return (
      <Figure name="Market cap">
        <Unknown why={cap.reason === null ? 'not known' : REASONS[cap.reason]} />
      </Figure>
    );
  }
  const { change, priceEffect, shareCountEffect } = cap;
  return (
    <>
      <Figure name="Market cap">{money(cap.marketCap, currency)}</Figure>
      <Figure name="changed">
        <MoneyChange value={change} currency={currency} />
      </Figure>
      <Figure name="by price">
        <MoneyChange value={priceEffect} currency={currency} />
      </Figure>
      <Figure name="by share count">
        <Change value={shareCountEffect} text={byShares(shareCountEffect, currency)} />
      </Figure>
    </>
  );
}

function byShares(effect: number | null, currency: string): string {
  return effect === 0 ? 'none' : moneyChange(effect, currency);
}

function Figure({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <span className={styles.figure}>
      <span className="soft">{name}</span> {children}
    </span>
  );
}

/** The same in one sentence, for who hears it. */
export function tellPoint(point: Point | undefined, currency: string): string {
  if (point === undefined) return 'no session';
  const { session, bar, cap } = point;
  if (bar === null) return `${day(session)}: no bar on record`;
  const close = `${day(session)}: close ${price(bar.close)}, ${percent(bar.change)}`;
  return cap === null || cap.marketCap === null ? close : `${close}, market cap ${money(cap.marketCap, currency)}`;
}
