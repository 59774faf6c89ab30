import { changeOf } from '../known/change';
import type { Known } from '../known/known';
import { capChange } from '../market-caps/cap-change';
import { type Happening, happeningsOf } from '../reactions/happenings';
import type { Run, RunAnnouncement } from './run';
import { type RunSpan, runSpansOf } from './run-spans';

const remembered = new WeakMap<Known, readonly Run[]>();

/** Every run of the tape, of one session and more, in order of time. Computed once for each Known. */
export function runsOf(known: Known): readonly Run[] {
  let runs = remembered.get(known);
  if (runs === undefined) remembered.set(known, (runs = computed(known)));
  return runs;
}

function computed(known: Known): readonly Run[] {
  const { spans } = runSpansOf(known);
  const longest = longestSince(spans);
  const announcementsIn = announcementsBySpan(known, spans);
  return spans.map((span, i) => runOf(known, span, spans[longest[i]!], announcementsIn[i]!));
}

/**
 * One run, or the beginning of one.
 *
 * Field by field: spreading objects together took four times as long, and a tape has thousands of runs.
 */
export function runOf(
  known: Known,
  span: RunSpan,
  earlier: RunSpan | undefined,
  announcements: readonly RunAnnouncement[],
): Run {
  const { sessions, close, value } = known;
  const { first, last, sign } = span;
  const base = first - 1;
  const { marketCapChange, priceEffect, shareCountEffect } = capChange(known, base, last);
  return {
    direction: sign === 1 ? 'rising' : 'falling',
    start: sessions[first]!,
    end: sessions[last]!,
    length: lengthOf(span),
    inForce: last === sessions.length - 1,
    baseSession: sessions[base]!,
    baseClose: close[base]!,
    endClose: close[last]!,
    return: changeOf(value[base]!, value[last]!),
    marketCapChange,
    priceEffect,
    shareCountEffect,
    gaps: gapsBetween(known, base, last),
    longestSince: earlier === undefined ? null : placesOf(known, earlier),
    tapeFrom: sessions[0]!,
    announcements,
  };
}

function placesOf({ sessions }: Known, span: RunSpan): NonNullable<Run['longestSince']> {
  return { start: sessions[span.first]!, end: sessions[span.last]!, length: lengthOf(span) };
}

/** Sessions between two bars that have none themselves. */
function gapsBetween({ ordinals, table }: Known, from: number, to: number): readonly string[] {
  const gaps: string[] = [];
  if (ordinals[to]! - ordinals[from]! === to - from) return gaps;
  for (let i = from; i < to; i++) {
    for (let ordinal = ordinals[i]! + 1; ordinal < ordinals[i + 1]!; ordinal++) gaps.push(table.sessions[ordinal]!);
  }
  return gaps;
}

/** For each run the last earlier one of its direction that is at least as long (-1: none). Shorter ones in between can never be an answer again, so each is dropped once. */
function longestSince(spans: readonly RunSpan[]): Int32Array {
  const answers = new Int32Array(spans.length);
  const candidates = { falling: [] as number[], rising: [] as number[] };
  spans.forEach((span, i) => {
    const stack = span.sign === 1 ? candidates.rising : candidates.falling;
    while (stack.length > 0 && lengthOf(spans[stack[stack.length - 1]!]!) < lengthOf(span)) stack.pop();
    answers[i] = stack.at(-1) ?? -1;
    stack.push(i);
  });
  return answers;
}

function lengthOf({ first, last }: RunSpan): number {
  return last - first + 1;
}

/** For each run the announcements whose day 0 lies in it, or is (or, in a halt, comes before) the next bar, which ended it. */
function announcementsBySpan(known: Known, spans: readonly RunSpan[]): readonly RunAnnouncement[][] {
  const lists = spans.map((): RunAnnouncement[] => []);
  const happenings = [...happeningsOf(known)].sort((a, b) => (a.day0Ordinal ?? Infinity) - (b.day0Ordinal ?? Infinity));
  let from = 0;
  for (const happening of happenings) {
    const { day0Ordinal } = happening;
    if (day0Ordinal === null) continue;
    while (from < spans.length && !reaches(known, spans[from]!, day0Ordinal)) from++;
    for (let i = from; i < spans.length && startsBy(known, spans[i]!, day0Ordinal); i++) {
      const part = day0Ordinal <= known.ordinals[spans[i]!.last]! ? 'within' : 'ended';
      if (reaches(known, spans[i]!, day0Ordinal)) lists[i]!.push(mention(known, happening, day0Ordinal, part));
    }
  }
  return lists;
}

/** Day 0 is not after the bar that follows the run. */
function reaches({ ordinals }: Known, { last }: RunSpan, day0: number): boolean {
  return day0 <= (ordinals[last + 1] ?? ordinals[last]!);
}

/** Day 0 is after the run's base, so in it, or in a halt that its first bar ended. */
function startsBy({ ordinals }: Known, { first }: RunSpan, day0: number): boolean {
  return ordinals[first - 1]! < day0;
}

function mention({ table }: Known, { act }: Happening, day0: number, part: RunAnnouncement['part']): RunAnnouncement {
  return { of: act.of, announcementId: act.announcementId, day0: table.sessions[day0]!, part };
}
