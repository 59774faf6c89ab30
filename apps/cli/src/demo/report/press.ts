import type { PressClaim } from '../../../../../examples/amazon-2026/load';
import type { BarAnswer, ReactionAnswer, StreakAnswer } from '../answers';
import { billions, percent, plural } from './format';
import { marketCapBefore } from './money';
import type { Paint } from './paint';

/** One part of a claim against the tape. */
interface Verdict {
  readonly verdict: 'supported' | 'contradicted' | 'uncheckable';
  readonly because: string;
}

export interface Evidence {
  readonly reaction: ReactionAnswer;
  readonly streaks: readonly StreakAnswer[];
  readonly bars: readonly BarAnswer[];
}

/** What was claimed about an announcement, each claim followed by what the tape makes of its parts. */
export function pressAgainstTape(claims: readonly PressClaim[], evidence: Evidence, paint: Paint): string[] {
  return claims.flatMap((claim) => [
    `   The press: ${claim.claim}${paint.dim(` (${claim.publisher}, ${claim.publishedOn})`)}`,
    ...verdictsOn(claim, evidence).map(
      ({ verdict, because }) => `     ${paint.verdict(verdict.padEnd(13))} ${because}`,
    ),
  ]);
}

function verdictsOn(claim: PressClaim, evidence: Evidence): readonly Verdict[] {
  switch (claim.measure) {
    case 'streakLength':
      return onLength(claim.stated, evidence.reaction);
    case 'streakMarketCapChange':
      return onMarketCap(claim.stated, evidence.reaction);
    case 'longestSince':
      return onLongestSince(claim.stated, evidence);
    case 'return':
      return onReturn(claim.stated, evidence.reaction);
  }
}

function onLength(stated: number, { streak }: ReactionAnswer): readonly Verdict[] {
  if (streak === null) return [{ verdict: 'contradicted', because: 'no run was in force' }];
  const length = streak.direction === 'falling' ? -streak.length : streak.length;
  const word = streak.direction === 'falling' ? 'falling closes' : 'rising closes';
  return [
    {
      verdict: verdict(length === stated),
      because: `${streak.length} ${word} in a row, ${streak.start} to ${streak.end}`,
    },
    {
      verdict: verdict(streak.lengthAtBase === 0),
      because: `that all of them followed it: ${streak.lengthAtBase} came before it, ${streak.lengthFromDay0} from day 0 on`,
    },
  ];
}

function onMarketCap(stated: number, { streak }: ReactionAnswer): readonly Verdict[] {
  const [whole, after] = [streak?.marketCapChange ?? null, streak?.marketCapChangeFromDay0 ?? null];
  if (streak === null || whole === null || after === null)
    return [{ verdict: 'uncheckable', because: 'no share count was known' }];
  const exceeds = (change: number) => Math.sign(change) === Math.sign(stated) && Math.abs(change) > Math.abs(stated);
  return [
    { verdict: verdict(exceeds(whole)), because: `${billions(whole)} over the ${plural(streak.length, 'session')}` },
    {
      verdict: verdict(exceeds(after)),
      because: `that all of it followed it: ${billions(marketCapBefore(streak))} came before it, ${billions(after)} from day 0 on`,
    },
  ];
}

function onLongestSince(year: number, { reaction, streaks, bars }: Evidence): readonly Verdict[] {
  const tapeFrom = bars[0]?.session ?? '-';
  const row = streaks.find(
    (each) => each.start === reaction.streak?.start && each.direction === reaction.streak.direction,
  );
  const asLong = row?.longestSince ?? null;
  if (asLong !== null)
    return [
      {
        verdict: verdict(Number(asLong.start.slice(0, 4)) <= year),
        because: `one of ${asLong.length} sessions ended ${asLong.end}`,
      },
    ];
  return [
    {
      verdict: 'uncheckable',
      because: `this tape begins on ${tapeFrom}; none on it was as long before, and it cannot say more`,
    },
  ];
}

function onReturn(stated: number, reaction: ReactionAnswer): readonly Verdict[] {
  if (reaction.return === null) return [{ verdict: 'uncheckable', because: 'day 0 has no bar' }];
  // Stated in whole per cent.
  return [
    {
      verdict: verdict(Math.round(reaction.return * 100) === Math.round(stated * 100)),
      because: `${percent(reaction.return)} on ${reaction.day0}`,
    },
  ];
}

function verdict(holds: boolean): 'supported' | 'contradicted' {
  return holds ? 'supported' : 'contradicted';
}
