import type { PoolClient } from 'pg';
import type { InsightsDue } from '../due/insights-due';
import { insightId } from '../insight/insight-id';
import type { InsightKey } from '../insight/published-insight';
import { RECONCILE, REVISE } from './reconcile-statement';

/** An insight on its way into the outbox. */
interface Given extends InsightKey {
  /** Instants as RFC 3339 has them. */
  readonly knownAt: string;
  readonly position: number;
  readonly data: string;
}

/** An insight whose last telling does not hold as it is. */
interface Otherwise extends InsightKey {
  readonly id: string;
  readonly revision: number;
  readonly data: string;
  /** Epoch milliseconds. */
  readonly knownAt: number;
  /** Of the given one that holds instead, from 1 on; null if none does. */
  readonly place: number | null;
}

interface Revision extends Given {
  readonly revision: number;
  readonly corrects: string;
  readonly withdrawn: boolean;
}

/**
 * Brings the outbox to what is due, in the caller's transaction: what is new is added, what is told otherwise gets a
 * next revision, and so does what is true no more, as withdrawn. The same again changes nothing. Two callers must never
 * have one subject in hand at a time: the lock of its partition's checkpoint sees to that.
 */
export async function publishInsights(client: PoolClient, due: readonly InsightsDue[]): Promise<void> {
  if (due.length === 0) return;
  const given = due.flatMap(givenOf);
  const { rows } = await client.query<{ otherwise: readonly Otherwise[] }>({
    name: 'insights:reconcile',
    text: RECONCILE,
    values: [
      due.map(({ subject }) => subject),
      due.map(({ fromSession }) => fromSession),
      given.map((insight) => insightId(insight, 1)),
      ...columnsOf(given),
    ],
  });
  const otherwise = rows[0]?.otherwise ?? [];
  if (otherwise.length > 0) await revise(client, otherwise, given, due);
}

async function revise(
  client: PoolClient,
  otherwise: readonly Otherwise[],
  given: readonly Given[],
  due: readonly InsightsDue[],
): Promise<void> {
  const revisions = otherwise.map((told): Revision => {
    const instead = told.place === null ? undefined : given[told.place - 1];
    const next = { revision: told.revision + 1, corrects: told.id, withdrawn: instead === undefined };
    return { ...(instead ?? withdrawalOf(told, due)), ...next };
  });
  const [kinds, subjects, sessions, details, knownAt, positions, data] = columnsOf(revisions);
  await client.query(REVISE, [
    revisions.map((revision) => insightId(revision, revision.revision)),
    ...[kinds, subjects, sessions, details],
    revisions.map(({ revision }) => revision),
    revisions.map(({ corrects }) => corrects),
    revisions.map(({ withdrawn }) => withdrawn),
    ...[knownAt, positions, data],
  ]);
}

/** It was known to be wrong when the newest event became public, and not before it was known at all. */
function withdrawalOf(told: Otherwise, due: readonly InsightsDue[]): Given {
  const by = due.find(({ subject }) => subject === told.subject);
  const knownAt = new Date(Math.max(told.knownAt, by?.knownAt ?? 0)).toISOString();
  const { kind, subject, session, detail, data } = told;
  return { kind, subject, session, detail, data, knownAt, position: by?.position ?? 0 };
}

function givenOf({ subject, position, insights }: InsightsDue): readonly Given[] {
  return insights.map(({ kind, session, detail, knownAt, data }) => ({
    ...{ kind, subject, session, detail, position },
    knownAt: new Date(knownAt).toISOString(),
    data: JSON.stringify(data),
  }));
}

function columnsOf(given: readonly Given[]): unknown[][] {
  return [
    given.map(({ kind }) => kind),
    given.map(({ subject }) => subject),
    given.map(({ session }) => session),
    given.map(({ detail }) => detail),
    given.map(({ knownAt }) => knownAt),
    given.map(({ position }) => position),
    given.map(({ data }) => data),
  ];
}
