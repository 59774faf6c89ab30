import type { AnnouncementEvent } from '../answers';

/** What one event did. */
export interface HistoryEntry {
  readonly position: number;
  readonly knownAt: string;
  readonly recordedAt: string;
  readonly type: string;
  readonly title: string;
  /** Why, in the words of who recorded it. */
  readonly reason: string | null;
  readonly changes: readonly Change[];
}

/** A field before and after; texts only where they are short enough to be told. */
export interface Change {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

const TITLES: Readonly<Record<string, string>> = {
  AnnouncementMade: 'Announced',
  AnnouncementAmended: 'Amended',
  AnnouncementCorrected: 'Corrected',
  AnnouncementMeasured: 'Figures given',
  AnnouncementRetracted: 'Retracted',
};

type Fields = Readonly<Record<string, unknown>>;
interface Stored {
  readonly original: Fields;
  readonly amendments: readonly Fields[];
}

/** The events of an announcement, oldest first, each with what it changed: every event carries the whole as it then stood. */
export function historyOf(events: readonly AnnouncementEvent[]): readonly HistoryEntry[] {
  return events.map(({ position, knownAt, recordedAt, type, data }, i) => {
    const reason = typeof data['reason'] === 'string' ? data['reason'] : null;
    const before = i === 0 ? null : storedOf(events[i - 1]!);
    const changes = before === null ? [] : changesOf(before, storedOf(events[i]!));
    return { position, knownAt, recordedAt, type, title: TITLES[type] ?? type, reason, changes };
  });
}

function storedOf({ data }: AnnouncementEvent): Stored {
  const { original = {}, amendments = [] } = (data['announcement'] ?? {}) as Partial<Stored>;
  return { original, amendments };
}

function changesOf(before: Stored, after: Stored): readonly Change[] {
  const earlier = new Map(before.amendments.map((amendment) => [amendment['id'], amendment]));
  const ofAmendments = after.amendments.flatMap((amendment) =>
    differences(earlier.get(amendment['id']) ?? {}, amendment),
  );
  return [...differences(before.original, after.original), ...ofAmendments];
}

function differences(before: Fields, after: Fields): readonly Change[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((field) => field !== 'id');
  const changed = fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
  return changed.map((field) => ({ field, before: told(before[field]), after: told(after[field]) }));
}

/** Texts and moments are told; of lists only that they changed, since the page shows them as they are. */
function told(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const { at, on, timing } = value as Fields;
  const parts = [at, on, timing].filter((part) => typeof part === 'string');
  return parts.length === 0 ? null : parts.join(', ');
}
