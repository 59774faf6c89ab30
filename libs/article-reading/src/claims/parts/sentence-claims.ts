import { isDeepStrictEqual } from 'node:util';
import type { Draft } from './draft';
import { directionClaims } from './direction-claims';
import { priceLevel } from './levels';
import { marketValueClaim } from './market-values';
import { percentMove } from './percent-moves';
import { withRecords } from './record-claims';
import type { Story } from './story';
import { everyDayClaim, streakClaim } from './streak-claims';

/** The claims of one sentence, in its order. */
export function sentenceClaims(given: Omit<Story, 'streaks'>): Draft[] {
  const bare: Story = { ...given, streaks: [] };
  const streaks = [...everyDayClaim(bare), ...given.reading.streaks.flatMap((streak) => streakClaim(bare, streak))];
  const story: Story = { ...given, streaks };
  const drafts = [...streaks];
  for (const figure of story.reading.figures) {
    const earlier = drafts.filter(({ anchor }) => anchor < figure.start).sort(byAnchor);
    drafts.push(
      ...percentMove(story, figure, earlier),
      ...marketValueClaim(story, figure, earlier),
      ...priceLevel(story, figure, earlier),
    );
  }
  const merged = merge(drafts.sort(byAnchor));
  return withRecords(story, [...merged, ...directionClaims(story, merged)])
    .filter(saysSomething)
    .sort(byAnchor);
}

function byAnchor(one: Draft, other: Draft): number {
  return one.anchor - other.anchor;
}

/** A streak without its number says something only as a record. */
function saysSomething({ length, change, level, record, direction, span }: Draft): boolean {
  return (
    length !== undefined ||
    change !== undefined ||
    level !== undefined ||
    record !== undefined ||
    (direction !== undefined && span?.is === 'session')
  );
}

/** "fell 3% to $198.79" is one claim; so is nothing else. */
function merge(drafts: readonly Draft[]): Draft[] {
  const merged: Draft[] = [];
  for (const draft of drafts) {
    const at = merged.findIndex((other) => belongs(other, draft));
    if (at < 0) merged.push(draft);
    else {
      const [change, level] = merged[at]!.level === undefined ? [merged[at]!, draft] : [draft, merged[at]!];
      merged[at] = {
        ...change,
        level: level.level,
        start: Math.min(change.start, level.start),
        end: Math.max(change.end, level.end),
        anchor: Math.min(change.anchor, level.anchor),
      };
    }
  }
  return merged;
}

function belongs(one: Draft, other: Draft): boolean {
  const complementary =
    (one.level === undefined) !== (other.level === undefined) && one.length === undefined && other.length === undefined;
  const price = (draft: Draft): boolean => draft.change?.of !== 'marketCap' && draft.level?.of !== 'marketCap';
  return (
    complementary &&
    price(one) &&
    price(other) &&
    one.verb === other.verb &&
    isDeepStrictEqual(one.span, other.span) &&
    one.whose.subject === other.whose.subject
  );
}
