import { useMemo, useRef } from 'react';
import { ChartFrame, type Figures } from '../../../charts/chart-frame';
import { useUrlState } from '../../../api/url-state';
import { Empty } from '../../../ui/empty';
import { Segmented } from '../../../ui/segmented';
import type { MarketCap, Reaction, ReactionDays } from '../answers';
import { SvgButton } from '../trace/svg-button';
import { type Span, spansOf, type Waterfall, waterfallOf } from './waterfall';
import { WaterfallDrawing } from './waterfall-drawing';
import { countsInWords, togetherInWords, waterfallSummary, whyNoMarketCap } from './waterfall-words';

interface Props {
  readonly reaction: Reaction;
  readonly answer: ReactionDays;
  readonly caps: readonly MarketCap[];
}

/** How market cap went from before to after: by the price, and by the share count. */
export function MarketCapWaterfall({ reaction, answer, caps }: Props) {
  const spans = useMemo(() => spansOf(reaction, answer.days), [reaction, answer]);
  const [chosen, choose] = useUrlState('span', spans[0]?.value ?? '');
  const span = spans.find(({ value }) => value === chosen) ?? spans[0];
  if (span === undefined) return <Empty>{whyNoSpan(reaction)}</Empty>;
  const options = spans.map(({ value, name }) => [value, name] as const);
  return (
    <>
      <div>
        <Segmented legend="Span of the waterfall" options={options} value={span.value} onChange={choose} />
      </div>
      <SpanWaterfall {...{ reaction, answer, caps, span }} />
    </>
  );
}

function whyNoSpan({ resumedOn }: Reaction): string {
  if (resumedOn !== null) return 'It did not trade on day 0: there is no market cap of that day.';
  return 'Market cap is told here as soon as day 0 has its bar.';
}

function SpanWaterfall({ reaction, answer, caps, span }: Props & { readonly span: Span }) {
  const waterfall = useMemo(() => waterfallOf(reaction, answer.days, span), [reaction, answer, span]);
  if (waterfall === null) {
    const sessions = answer.days.filter(({ day }) => day >= -1 && day <= (span.day ?? Infinity));
    return (
      <Empty>
        {whyNoMarketCap(
          caps,
          sessions.map(({ session }) => session),
        )}
      </Empty>
    );
  }
  return <Framed waterfall={waterfall} reaction={reaction} answer={answer} counts={countsInWords(caps, waterfall)} />;
}

interface FramedProps {
  readonly waterfall: Waterfall;
  readonly reaction: Reaction;
  readonly answer: ReactionDays;
  readonly counts: string | null;
}

function Framed({ waterfall, reaction, answer: { currency }, counts }: FramedProps) {
  const drawing = useRef<SVGSVGElement>(null);
  const figures = useMemo(() => figuresOf(waterfall, currency), [waterfall, currency]);
  const title = 'Market cap: before, price, shares, after';
  const fileName = `market-cap-${reaction.instrument.replace(':', '-')}-${waterfall.from}-${waterfall.to}`;
  const summary = waterfallSummary(waterfall, currency);
  return (
    <ChartFrame
      title={title}
      summary={summary}
      figures={figures}
      fileName={fileName}
      downloads={<SvgButton drawing={drawing} fileName={fileName} title={title} />}
      legend={
        <>
          <span>{togetherInWords(waterfall, currency)}</span>
          {counts !== null && <span>{counts}</span>}
        </>
      }
    >
      <WaterfallDrawing waterfall={waterfall} currency={currency} label={summary} drawing={drawing} />
    </ChartFrame>
  );
}

function figuresOf({ from, to, before, price, shares, after, atBase }: Waterfall, currency: string): Figures {
  return {
    head: ['part', 'from', 'to', `amount, ${currency}`],
    rows: [
      ['market cap before', from, from, before],
      ['price effect', from, to, price],
      ['share-count effect', from, to, shares],
      ['market cap after', to, to, after],
      ...(atBase === null ? [] : [['market cap at the base close', null, null, atBase] as const]),
    ],
  };
}
