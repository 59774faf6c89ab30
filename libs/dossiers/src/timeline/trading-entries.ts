import type { Known, KnownHalt } from '../known/known';
import { sessionAt, sessionFrom } from './session-from';
import type { TimelineEntry } from './timeline-entry';

/** What happened to its trading: distributions, halts and their ends, the delisting. */
export function tradingEntries({ distributions, halts, delisting, table }: Known): readonly TimelineEntry[] {
  return [
    ...distributions.map(({ exDate, kind, value, received, knownAt }) => ({
      ...{ kind: 'distribution' as const, at: knownAt, session: sessionFrom(table, exDate), ref: `${exDate}:${kind}` },
      ...{ exDate, distribution: kind, value, received },
    })),
    ...halts.flatMap((halt) => haltEntries(table, halt)),
    ...(delisting === null ? [] : [delistedEntry(delisting)]),
  ];
}

function haltEntries(table: Known['table'], { from, to, reason }: KnownHalt): readonly TimelineEntry[] {
  const ref = new Date(from).toISOString();
  const halted = { kind: 'halted' as const, at: from, session: sessionAt(table, from), ref, to, reason };
  if (to === null) return [halted];
  return [halted, { kind: 'resumed', at: to, session: sessionAt(table, to), ref, from, reason }];
}

function delistedEntry({ lastSession, reason, cashPerShare, knownAt }: NonNullable<Known['delisting']>): TimelineEntry {
  return { kind: 'delisted', at: knownAt, session: lastSession, ref: lastSession, lastSession, reason, cashPerShare };
}
