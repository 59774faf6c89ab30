import { useState } from 'react';
import { useUrlState } from '../../api/url-state';
import { MoneyChange, PercentChange } from '../../ui/change';
import { type Column, DataTable } from '../../ui/data-table';
import { Empty } from '../../ui/empty';
import { Link, instrumentHref } from '../../ui/link';
import { Panel } from '../../ui/panel';
import { Segmented } from '../../ui/segmented';
import { money } from '../../words/money';
import { plural, price, whole } from '../../words/numbers';
import { day } from '../../words/times';
import { TradeCauses } from './trade-causes';
import { ORDERS_OF_TRADES, type OrderOfTrades, inOrder, isOrderOfTrades } from './trades';
import type { Run, Trade } from './run';

const SHOWN = 50;

/** How a trade ended where no order ended it. */
const EXITS: Readonly<Record<Exclude<Trade['exitReason'], 'order'>, string>> = {
  delisting: 'delisted',
  cashInLieu: 'paid out',
  open: 'still open',
};

/** The trades, some at a time: the file of all of them is among the downloads. */
export function TradesTable({ run }: { readonly run: Run }) {
  const [asked, setOrder] = useUrlState('trades', 'entry');
  const [shown, setShown] = useState(SHOWN);
  const [opened, setOpened] = useState<Trade | null>(null);
  const order: OrderOfTrades = isOrderOfTrades(asked) ? asked : 'entry';
  const { trades } = run;
  const rows = inOrder(trades, order).slice(0, shown);
  const control = (
    <Segmented legend="Order of the trades" options={ORDERS_OF_TRADES} value={order} onChange={setOrder} />
  );
  return (
    <Panel title="Trades" aside={trades.length > 1 ? control : undefined}>
      {trades.length === 0 ? (
        <Empty>The strategy made no trade.</Empty>
      ) : (
        <>
          <Shown shown={rows.length} run={run} />
          <DataTable
            caption="The trades of the run"
            columns={columnsOf(run, setOpened)}
            rows={rows}
            rowKey={({ orderIds, instrumentId }) => `${instrumentId} ${orderIds.join(' ')}`}
          />
          {rows.length < trades.length && (
            <div className="row">
              <button type="button" onClick={() => setShown(shown + 4 * SHOWN)}>
                More trades
              </button>
            </div>
          )}
        </>
      )}
      {opened !== null && <TradeCauses run={run} trade={opened} onClose={() => setOpened(null)} />}
    </Panel>
  );
}

function Shown({ shown, run: { trades, settings } }: { readonly shown: number; readonly run: Run }) {
  const all = plural(trades.length, 'trade');
  return (
    <p className="soft">
      {shown < trades.length ? `${whole(shown)} of ${all}` : all}. Profits are after costs, in {settings.currency};
      returns are of the most that was invested.
    </p>
  );
}

function columnsOf({ settings }: Run, open: (trade: Trade) => void): readonly Column<Trade>[] {
  const { currency } = settings;
  return [
    {
      name: 'Instrument',
      rowHeader: true,
      cell: ({ ref, instrumentId }) => <Link href={instrumentHref(instrumentId)}>{ref}</Link>,
    },
    { name: 'Side', cell: ({ side }) => <span className="number">{side === 'long' ? '↑ long' : '↓ short'}</span> },
    { name: 'Entry', cell: ({ entrySession }) => <span className="number">{day(entrySession)}</span> },
    {
      name: 'Exit',
      cell: ({ exitSession, exitReason }) => (
        <span className="number">
          {exitSession !== null && day(exitSession)}
          {exitReason !== 'order' && ` ${EXITS[exitReason]}`}
        </span>
      ),
    },
    { name: 'Held', number: true, cell: ({ sessionsHeld }) => plural(sessionsHeld, 'session') },
    { name: 'Shares', number: true, cell: ({ shares }) => (Number.isInteger(shares) ? whole(shares) : price(shares)) },
    { name: 'Entry price', number: true, cell: ({ entryPrice }) => price(entryPrice) },
    { name: 'Exit price', number: true, cell: ({ exitPrice }) => price(exitPrice) },
    { name: 'Costs', number: true, cell: ({ costs }) => money(costs, currency) },
    { name: 'Profit', number: true, cell: ({ netProfit }) => <MoneyChange value={netProfit} currency={currency} /> },
    { name: 'Return', number: true, cell: (trade) => <PercentChange value={trade.return} /> },
    {
      name: 'Why',
      cell: (trade) => (
        <button type="button" onClick={() => open(trade)}>
          Why
          <span className="visually-hidden">
            {' '}
            {trade.ref} was traded on {trade.entrySession}
          </span>
        </button>
      ),
    },
  ];
}
