import { MoneyChange } from '../../ui/change';
import { DataTable } from '../../ui/data-table';
import { Panel } from '../../ui/panel';
import { money } from '../../words/money';
import { whole } from '../../words/numbers';
import { figureText } from './metric-meanings';
import type { PositionEvent, Run, UnfilledReason } from './run';

const REASONS: Readonly<Record<UnfilledReason, string>> = {
  noBar: 'The session has no bar, or none that was known at its close',
  noOpen: 'The bar has no opening price',
  zeroVolume: 'Nothing was traded in the session',
  priceKnown: 'The bar was on record before the order was decided: a fault of the data',
  halted: 'A halt lay over the auction',
  delisted: 'It was delisted',
  insufficientCash: 'There was not enough cash',
  leverage: 'It would have gone beyond the leverage that is allowed',
  shortSale: 'Short sales are not allowed in this run',
  volumeCap: 'More than the allowed share of the volume: the rest was filled',
  lessThanOneShare: 'Rounded to whole shares, nothing was left',
  endOfReplay: 'The replay ended before its auction',
  cancelled: 'The strategy withdrew it',
};

interface Props {
  readonly run: Run;
}

/** Orders that were refused or filled in part, by reason; what trading cost. */
export function OrdersNotFilled({ run }: Props) {
  const { counts } = run;
  const reasons = Object.entries(counts.unfilled) as [UnfilledReason, number][];
  return (
    <Panel title="Orders and costs">
      {reasons.length === 0 ? (
        <p>{filledWords(counts.orders)}</p>
      ) : (
        <DataTable
          caption={`Of ${whole(counts.orders)} orders, not filled or not wholly`}
          showCaption
          columns={[
            { name: 'Why', rowHeader: true, cell: ([reason]) => REASONS[reason] },
            { name: 'Orders', number: true, cell: ([, count]) => whole(count) },
          ]}
          rows={reasons}
          rowKey={([reason]) => reason}
        />
      )}
      <Costs run={run} />
    </Panel>
  );
}

function Costs({ run: { costs, settings } }: Props) {
  const rows = [
    ['Slippage', costs.slippage],
    ['Commission', costs.commission],
    ['Borrow fees', costs.borrow],
    ['Interest (earned is negative)', costs.interest],
  ] as const;
  const share = (amount: number) => figureText(amount / settings.initialCash, 'share');
  return (
    <DataTable
      caption="Costs"
      columns={[
        { name: 'Cost', rowHeader: true, cell: ([name]) => name },
        { name: 'Amount', number: true, cell: ([, amount]) => money(amount, settings.currency) },
        { name: 'Of the initial cash', number: true, cell: ([, amount]) => share(amount) },
      ]}
      rows={rows}
      rowKey={([name]) => name}
    />
  );
}

const KINDS: Readonly<Record<PositionEvent['kind'], string>> = {
  split: 'Splits',
  dividend: 'Dividends',
  distribution: 'Distributions',
  cashInLieu: 'Cash for fractions of shares',
  delisting: 'Delistings',
  borrowFee: 'Borrow fees',
};

/** What came to positions without an order. */
export function WhatWasHeld({ run: { positionEvents, settings } }: Props) {
  const kinds = (Object.keys(KINDS) as PositionEvent['kind'][]).flatMap((kind) => {
    const events = positionEvents.filter((event) => event.kind === kind);
    const cash = events.reduce((sum, event) => sum + event.cash, 0);
    return events.length === 0 ? [] : [{ kind, times: events.length, cash }];
  });
  return (
    <Panel title="What happened to positions">
      {kinds.length === 0 ? (
        <p>Nothing came to them without an order: no split, no dividend, no delisting.</p>
      ) : (
        <DataTable
          caption="What came to positions, by kind"
          columns={[
            { name: 'Kind', rowHeader: true, cell: ({ kind }) => KINDS[kind] },
            { name: 'Times', number: true, cell: ({ times }) => whole(times) },
            {
              name: 'Cash',
              number: true,
              cell: ({ cash }) => <MoneyChange value={cash} currency={settings.currency} />,
            },
          ]}
          rows={kinds}
          rowKey={({ kind }) => kind}
        />
      )}
    </Panel>
  );
}

function filledWords(orders: number): string {
  if (orders === 0) return 'No order was given.';
  return orders === 1 ? 'The one order was filled.' : `All ${whole(orders)} orders were filled.`;
}
