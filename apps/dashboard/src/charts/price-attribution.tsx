/** The licence of lightweight-charts (Apache 2.0, NOTICE) asks for this wherever its charts are shown. */
export function PriceAttribution() {
  return (
    <span>
      Charts by{' '}
      <a href="https://www.tradingview.com/" target="_blank" rel="noreferrer">
        TradingView Lightweight Charts™
      </a>
      , © 2025 TradingView, Inc.
    </span>
  );
}
