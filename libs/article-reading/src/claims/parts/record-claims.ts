import { clauseEndsBetween } from '../sentence/clauses';
import { type SubjectFound, subjectOf } from '../whose/subject-of';
import type { Whose } from '../whose/names';
import type { Draft, DraftSpan } from './draft';
import type { RecordPhrase } from './records';
import { spanFrom, timeOf, today } from './span-of';
import type { Story } from './story';

/** Gives each record to the claim that it is told of; where there is none, it is a claim of its own. */
export function withRecords(story: Story, drafts: readonly Draft[]): Draft[] {
  const result = [...drafts];
  for (const phrase of story.records) {
    const at = result.findIndex((draft) => isToldOf(draft, phrase) && !brokenOff(story, draft, phrase));
    const target = result[at];
    if (target === undefined) result.push(...ownRecord(story, phrase, result));
    else {
      const [start, end] = [Math.min(target.start, phrase.start), Math.max(target.end, phrase.end)];
      result[at] = { ...target, record: phrase.record, start, end };
    }
  }
  return result;
}

/** Farther apart, in words, a record and a claim are two thoughts. */
const REACH = 40;

function isToldOf(draft: Draft, { record, direction, start }: RecordPhrase): boolean {
  if (draft.record !== undefined || Math.abs(draft.anchor - start) > REACH) return false;
  if (direction !== null && draft.direction !== direction) return false;
  return record.of === 'longestStreak' ? isStreak(draft) : isOfOneSession(draft) && fits(draft, record.of);
}

/** "..., which hit an all-time high last week, rose 2%": the record was told, and the thought ended, before the figure came. */
function brokenOff({ reading }: Story, { anchor }: Draft, { end }: RecordPhrase): boolean {
  return anchor > end && clauseEndsBetween(reading, end, anchor);
}

function isStreak({ length, change, level }: Draft): boolean {
  return length !== undefined || (change === undefined && level === undefined);
}

function isOfOneSession({ length, span }: Draft): boolean {
  return length === undefined && (span === undefined || span.is === 'session');
}

function fits({ change, level }: Draft, of: RecordPhrase['record']['of']): boolean {
  if (of === 'largestMarketCapChange') return change?.of === 'marketCap';
  if (of === 'largestMove') return change?.of === 'price' && change.measured === 'close';
  return change?.of === 'price' || (level !== undefined && level.of !== 'marketCap');
}

function ownRecord(story: Story, phrase: RecordPhrase, told: readonly Draft[]): Draft[] {
  const { record, direction, at, start } = phrase;
  const found = subjectOf(story.reading, at, story.topic);
  const [whose] = found?.whose ?? [];
  if (found === null || whose === undefined) return [];
  const when = sessionOf(story, phrase, { found, whose, told });
  if (when === null) return [];
  const draft = {
    start: Math.min(found.start, start),
    end: when.end,
    anchor: at,
    verb: at,
    record,
    ...(direction === null ? {} : { direction }),
    ...(when.span === undefined ? {} : { span: when.span }),
  };
  return found.whose.map((each) => ({ ...draft, whose: each }));
}

interface Owner {
  readonly found: SubjectFound;
  readonly whose: Whose;
  readonly told: readonly Draft[];
}

/** The session that a record was set on, and how far the words for it reach; null: none, or none that can be told. */
function sessionOf(
  story: Story,
  phrase: RecordPhrase,
  { found, whose, told }: Owner,
): { readonly span: DraftSpan | undefined; readonly end: number } | null {
  const { at, start, end } = phrase;
  const { inherited } = found;
  const time = timeOf(story, {
    clause: found.start,
    verb: at,
    start,
    end,
    whose,
    inherited,
    finite: false,
    closing: false,
  });
  if (time !== null) return oneSession(spanFrom(time.when, story, whose), Math.max(end, time.end));
  if (phrase.record.of === 'longestStreak') return { span: undefined, end };
  if (!inherited) return { span: { is: 'session', on: today(story, whose) }, end };
  // "..., which was the biggest drop since 2008": of the session told before it in the sentence.
  const before = told.findLast(({ anchor }) => anchor < start);
  return before === undefined ? null : oneSession(before.span ?? null, end);
}

function oneSession(span: DraftSpan | null, end: number): { readonly span: DraftSpan; readonly end: number } | null {
  return span?.is === 'session' ? { span, end } : null;
}
