import { capColumnsOf, changeOf } from '@streakline/dossiers';
import type { Claim } from '@streakline/events';
import { inWords } from '../figures/in-words';
import { spansOf } from '../spans/resolve-span';
import { isGap, type SpanEnds } from '../spans/span-reading';
import type { Stage } from '../stage/stage';
import { endsOfPeriods } from '../streaks/streaks-of';
import { type Finding, uncheckable } from '../verdict/finding';
import { boundOf, isAfter, noneFound } from './since';

type MoveRecord = 'largestMove' | 'largestMarketCapChange';

/** "The biggest drop since": held against all moves of spans of its kind (sessions, weeks, months) in its direction. */
export function recordMove(stage: Stage, claim: Claim, of: MoveRecord, since: string | null): readonly Finding[] {
  return spansOf(stage, claim).map((span): Finding => {
    if (isGap(span)) return uncheckable(span.missing, span.why, span.reading);
    if (span.within) return beforeTheClose(stage, span);
    const others = spansLike(stage, span);
    if (others !== null) return { reading: span.reading, ...judged(stage, claim, of, since, span, others) };
    const why = 'Only moves of a session, a week and a month are held against others of their kind.';
    return uncheckable('a span of one session, week or month', why, span.reading);
  });
}

function beforeTheClose(stage: Stage, span: SpanEnds): Finding {
  const session = stage.session(span.last);
  const why = `The article appeared before the close of ${session}, which the record would need.`;
  return uncheckable(`the close of ${session}, known to the article`, why, span.reading);
}

type Ends = Pick<SpanEnds, 'base' | 'last'>;

function judged(
  stage: Stage,
  { direction }: Claim,
  of: MoveRecord,
  since: string | null,
  span: Ends,
  others: readonly Ends[],
): Omit<Finding, 'reading'> {
  const move = of === 'largestMove' ? returnOf : capChangeOf;
  const unit = of === 'largestMove' ? 'fraction' : stage.known.listing.currency;
  const own = move(stage, span);
  stage.evidence.bars(span.base, span.last);
  if (Number.isNaN(own)) return noMarketValue(stage, span);
  const sign = direction === undefined || direction === 'unchanged' ? Math.sign(own) : direction === 'up' ? 1 : -1;
  if (sign * own <= 0) {
    return {
      verdict: 'contradicted',
      why: `It moved the other way: ${inWords(own, unit)}.`,
      found: { value: sign * own, unit },
    };
  }
  const bound = boundOf(since);
  const looked = others.filter(
    ({ base, last }) => last <= span.base && base >= 0 && isAfter(stage.session(last), bound),
  );
  const larger = looked.findLast((other) => sign * move(stage, other) > sign * own);
  const found = { value: sign * own, unit };
  if (larger !== undefined) return largerFound(stage, larger, move(stage, larger), unit, sign);
  const blind = looked.find((other) => Number.isNaN(move(stage, other)));
  if (blind !== undefined) return noMarketValue(stage, blind);
  const what = `larger move that way before it (${inWords(Math.abs(own), unit)})`;
  return { ...noneFound(stage, since, span.last, what), found };
}

function largerFound(
  stage: Stage,
  { base, last }: Ends,
  move: number,
  unit: string,
  sign: number,
): Omit<Finding, 'reading'> {
  stage.evidence.bars(base, last);
  const why = `A larger one, ${inWords(Math.abs(move), unit)}, came on ${stage.session(last)}.`;
  return { verdict: 'contradicted', why, found: { value: sign * move, unit } };
}

function noMarketValue(stage: Stage, { last }: Ends): Omit<Finding, 'reading'> {
  const missing = `share counts for all sessions from ${stage.session(last)} on`;
  return { verdict: 'uncheckable', missing, why: `Around ${stage.session(last)} there is no market value on record.` };
}

/** Spans of the same kind: all sessions, all weeks or all months; null for what is none of these. */
function spansLike(stage: Stage, { base, last }: Ends): readonly Ends[] | null {
  if (last === base + 1) return stage.known.sessions.map((_, place) => ({ base: place - 1, last: place }));
  for (const unit of ['week', 'month'] as const) {
    const ends = endsOfPeriods(stage, unit, stage.known.sessions.length - 1);
    const place = ends.indexOf(last);
    if (place > 0 && ends[place - 1] === base) return ends.map((end, i) => ({ base: ends[i - 1] ?? -1, last: end }));
  }
  return null;
}

function returnOf({ known }: Stage, { base, last }: Ends): number {
  return base < 0 ? 0 : changeOf(known.value[base]!, known.value[last]!);
}

/** NaN where a share count is missing or stale. */
function capChangeOf({ known }: Stage, { base, last }: Ends): number {
  if (base < 0) return 0;
  const { marketCap } = capColumnsOf(known);
  return marketCap[last]! - marketCap[base]!;
}
