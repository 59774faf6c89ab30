import { useAnswer } from '../../api/answers';
import { Dialog } from '../../ui/dialog';
import { EventLink } from '../../ui/event-link';
import { Link, announcementHref } from '../../ui/link';
import { money } from '../../words/money';
import { percent, price, whole } from '../../words/numbers';
import { instant } from '../../words/times';
import styles from './backtests.module.css';
import { causeOf } from './cause';
import type { OrderRecord, Run, Trade } from './run';

interface Props {
  readonly run: Run;
  readonly trade: Trade;
  readonly onClose: () => void;
}

/** Why a trade was made: its orders, and the events that each was decided upon. */
export function TradeCauses({ run, trade, onClose }: Props) {
  const orders = run.orders.filter(({ orderId }) => trade.orderIds.includes(orderId));
  return (
    <Dialog title={`Why ${trade.ref} was traded`} onClose={onClose}>
      {trade.tag !== null && <p>The strategy says: {trade.tag}</p>}
      <ol className={styles.list}>
        {orders.map((order) => (
          <li key={order.orderId}>
            <OrderStory order={order} currency={run.settings.currency} />
          </li>
        ))}
      </ol>
      <div className="row">
        <button type="button" onClick={onClose}>
          Close
        </button>
      </div>
    </Dialog>
  );
}

function OrderStory({ order, currency }: { readonly order: OrderRecord; readonly currency: string }) {
  const { decidedIn, decidedAt, session, at, sharesFilled, price: filledAt, pricePosition, causes } = order;
  return (
    <>
      Decided in <code>{decidedIn}</code>, {instant(new Date(decidedAt).toISOString(), 'UTC')}:{' '}
      {askedText(order, currency)}.{' '}
      {sharesFilled === 0 || filledAt === null
        ? 'Nothing was filled.'
        : `${sharesFilled > 0 ? 'Bought' : 'Sold'} ${whole(Math.abs(sharesFilled))} at the ${at} of ${session ?? ''}, at ${price(filledAt)}.`}
      <ul className={styles.list}>
        {causes.map((position) => (
          <li key={position}>
            <Cause position={position} />
          </li>
        ))}
        {pricePosition !== null && (
          <li>
            Its price: <EventLink position={pricePosition} />
          </li>
        )}
      </ul>
    </>
  );
}

function askedText({ asked }: OrderRecord, currency: string): string {
  if ('toWeight' in asked) return `to ${percent(asked.toWeight).replace('+', '')} of the equity`;
  if ('toShares' in asked) return asked.toShares === 0 ? 'close the position' : `to ${whole(asked.toShares)} shares`;
  if ('toValue' in asked) return `to a value of ${money(asked.toValue, currency)}`;
  return 'value' in asked ? `for ${money(asked.value, currency)}` : `${whole(asked.shares)} shares`;
}

/** The event that an order was decided upon: an announcement by its headline, anything else by its name. */
function Cause({ position }: { readonly position: number }) {
  const { data } = useAnswer('/v1/events', { query: { after: String(position - 1), limit: 1 } });
  const event = data?.data[0];
  const cause = event?.position === position ? causeOf(event) : null;
  if (cause === null) return <EventLink position={position} />;
  return (
    <>
      {cause.announcementId === null ? (
        cause.words
      ) : (
        <Link href={announcementHref(cause.announcementId)}>{cause.words}</Link>
      )}
      , <EventLink position={position} />
    </>
  );
}
