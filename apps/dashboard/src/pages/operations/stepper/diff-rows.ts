/** A row of a read model as the API answers it. */
export type Row = Readonly<Record<string, unknown>>;

/** What became of a row, or of a field of it. */
export type Fate = 'added' | 'removed' | 'changed';

export interface RowChange {
  readonly key: string;
  readonly fate: Fate;
  /** Undefined where it was added. */
  readonly before: Row | undefined;
  /** Undefined where it was removed. */
  readonly after: Row | undefined;
}

export interface RowsDiff {
  /** Changed ones first, then added, then removed; each in the order of their lists. */
  readonly changes: readonly RowChange[];
  readonly counts: Readonly<Record<Fate | 'same', number>>;
}

export interface FieldChange {
  /** Such as `streak.length` or `windows[2].return`. */
  readonly path: string;
  readonly fate: Fate;
  /** As JSON; undefined where it was not there. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** Compares two lists of rows by their keys, each row as a whole: thousands of them take some milliseconds. */
export function diffRows(before: readonly Row[], after: readonly Row[], keyOf: (row: Row) => string): RowsDiff {
  const old = new Map(before.map((row) => [keyOf(row), row]));
  const present = new Set<string>();
  const [changed, added]: [RowChange[], RowChange[]] = [[], []];
  for (const row of after) {
    const key = keyOf(row);
    present.add(key);
    const was = old.get(key);
    if (was === undefined) added.push({ key, fate: 'added', before: undefined, after: row });
    else if (JSON.stringify(was) !== JSON.stringify(row))
      changed.push({ key, fate: 'changed', before: was, after: row });
  }
  const removed = [...old]
    .filter(([key]) => !present.has(key))
    .map(([key, row]): RowChange => ({ key, fate: 'removed', before: row, after: undefined }));
  const counts = { changed: changed.length, added: added.length, removed: removed.length };
  return {
    changes: [...changed, ...added, ...removed],
    counts: { ...counts, same: old.size - counts.changed - counts.removed },
  };
}

/** What is different in a row, field by field, in the order of its fields. */
export function fieldsOf({ before, after }: Pick<RowChange, 'before' | 'after'>): readonly FieldChange[] {
  const [was, is] = [flat(before), flat(after)];
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((path) => {
    const [old, now] = [was.get(path), is.get(path)];
    if (old === now || isBegun(path, old, is) || isBegun(path, now, was)) return [];
    return [{ path, fate: fateOf(old, now), before: old, after: now }];
  });
}

/** Whether a list or an object was empty on one side and has something in it on the other, where that is told itself. */
function isBegun(path: string, value: string | undefined, other: ReadonlyMap<string, string>): boolean {
  if (value !== '[]' && value !== '{}') return false;
  return [...other.keys()].some((each) => each.startsWith(`${path}[`) || each.startsWith(`${path}.`));
}

function fateOf(before: string | undefined, after: string | undefined): Fate {
  if (before === undefined) return 'added';
  return after === undefined ? 'removed' : 'changed';
}

/** The values of a row by their paths, as JSON. What is empty is a value too. */
function flat(row: Row | undefined): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const put = (path: string, value: unknown): void => {
    if (Array.isArray(value) && value.length > 0) value.forEach((each, index) => put(`${path}[${index}]`, each));
    else if (isFilled(value)) for (const [name, each] of Object.entries(value)) put(`${path}.${name}`, each);
    else found.set(path, JSON.stringify(value));
  };
  for (const [name, value] of Object.entries(row ?? {})) put(name, value);
  return found;
}

function isFilled(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0;
}
