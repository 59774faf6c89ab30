import { useMemo, useRef } from 'react';
import { ChartFrame, type Figures } from '../../../charts/chart-frame';
import type { Reaction, ReactionDays } from '../answers';
import { SvgButton } from '../trace/svg-button';
import { runFromDay0 } from '../trace/run-words';
import { StripDrawing } from './strip-drawing';
import { StripLegend } from './strip-legend';
import { type Strip, stripOf } from './strip';
import { partInWords, summaryOf } from './strip-words';

interface Props {
  readonly reaction: Reaction;
  readonly answer: ReactionDays;
  /** When it was announced: "Announced 5 Feb, after the close". */
  readonly announced: string;
}

/** The sessions around day 0 as stairs of closes: which came before the announcement, and which from day 0 on. */
export function StreakStrip({ reaction, answer, announced }: Props) {
  const strip = useMemo(() => stripOf(reaction, answer.days), [reaction, answer]);
  const figures = useMemo(() => figuresOf(strip, reaction), [strip, reaction]);
  const summary = summaryOf(strip, answer.currency);
  const drawing = useRef<SVGSVGElement>(null);
  const title = titleOf(reaction);
  const fileName = `streak-${reaction.instrument.replace(':', '-')}-${reaction.day0 ?? ''}`;
  return (
    <ChartFrame
      title={title}
      summary={summary}
      figures={figures}
      fileName={fileName}
      downloads={<SvgButton drawing={drawing} fileName={fileName} title={title} />}
      legend={<StripLegend strip={strip} />}
    >
      <StripDrawing strip={strip} announced={announced} currency={answer.currency} label={summary} drawing={drawing} />
    </ChartFrame>
  );
}

function titleOf(reaction: Reaction): string {
  if (reaction.relation === 'extended') return 'The streak, before and after';
  return 'The closes, before and after';
}

function figuresOf({ sessions }: Strip, reaction: Reaction): Figures {
  const direction = { before: reaction.streak?.direction, from: runFromDay0(reaction)?.direction };
  return {
    head: ['session', 'day', 'close', 'return', 'market cap', 'part'],
    rows: sessions.map(({ session, day, close, return: change, marketCap, part }) => {
      const words = partInWords(part, (part === 'context' ? undefined : direction[part]) ?? '');
      return [session, day, close, change, marketCap, words];
    }),
  };
}
