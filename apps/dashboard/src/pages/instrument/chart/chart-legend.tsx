import { PriceAttribution } from '../../../charts/price-attribution';
import styles from './chart-view.module.css';

/** What the shapes mean, and whose chart it is. */
export function ChartLegend() {
  return (
    <>
      <span className={styles.swatches}>
        <span>
          <span className="falls">▼</span> falling streak: from the close before it to its last, its bar below
        </span>
        <span>
          <span className="rises">▲</span> rising streak: its bar above
        </span>
        <span>
          <span className={styles.cut} aria-hidden="true" /> day 0 of an announcement; hatched alone: the sessions
          before it
        </span>
        <span>filled candle: closed below its open; hollow: above</span>
        <span>Drag to move, Ctrl and wheel to zoom; arrow keys go from session to session, + and − zoom</span>
      </span>
      <PriceAttribution />
    </>
  );
}
