import { Segmented } from '../../../ui/segmented';
import type { Adjustment } from '../tape/drawn-bars';
import { type Span, SPANS } from '../tape/spans';
import type { SetView, ViewSettings } from '../view-settings';
import styles from './chart-view.module.css';
import { StreakLength } from './streak-length';

interface Props {
  readonly settings: ViewSettings;
  readonly set: SetView;
}

const SPAN_NAMES = SPANS.map((span): readonly [Span, string] => [span, span === 'all' ? 'All' : span]);

const ADJUSTMENTS: readonly (readonly [Adjustment, string])[] = [
  ['splits', 'Split-adjusted'],
  ['traded', 'As traded'],
  ['total', 'Total return'],
];

/** What the chart shows, and how. */
export function ChartControls({ settings, set }: Props) {
  return (
    <div className={styles.controls}>
      <Segmented legend="Span" options={SPAN_NAMES} value={settings.span} onChange={set.span} />
      <Segmented
        legend="Prices as"
        options={[
          ['candles', 'Candles'],
          ['line', 'Line'],
        ]}
        value={settings.look}
        onChange={set.look}
      />
      <label>
        <span className="visually-hidden">Adjustment</span>
        <select value={settings.adjustment} onChange={({ target }) => set.adjustment(target.value as Adjustment)}>
          {ADJUSTMENTS.map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <Segmented
        legend="Scale of prices"
        options={[
          ['linear', 'Linear'],
          ['log', 'Log'],
        ]}
        value={settings.scale}
        onChange={set.scale}
      />
      <StreakLength value={settings.minLength} onChange={set.minLength} />
    </div>
  );
}
