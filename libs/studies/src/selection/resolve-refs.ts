import { isRefusal, refuse, type Refusal } from '@streakline/event-store';
import { type CutView, resolveRef } from '@streakline/read-models';
import type { StudyRequest } from '../request/study-request';
import type { StudySelection } from './study-selection';

/**
 * A selection with ids for refs, and its lists sorted and without repetitions, so that two ways to say the same thing
 * are one study. A ref that names nothing is a refusal that points at it.
 */
export async function resolveSelection(view: CutView, selection: StudySelection): Promise<StudySelection | Refusal> {
  const instruments = selection.instruments && (await resolved(view, selection.instruments, '/selection/instruments'));
  if (isRefusal(instruments)) return instruments;
  const unknown = await firstUnknown(view, selection.announcements ?? []);
  if (unknown !== null) return unknownAnnouncement(unknown.id, `/selection/announcements/${unknown.place}`);
  const { kinds, announcements, roles, timings, sectors, periods, ...others } = selection;
  const lists = { kinds, instruments, announcements, roles, timings, sectors, periods };
  const named = Object.entries(lists).flatMap(([name, list]) => (list === undefined ? [] : [[name, ordered(list)]]));
  return { ...others, ...(Object.fromEntries(named) as Partial<StudySelection>) };
}

/** The same for a whole request: its selection, its benchmark, its factors (which keep their order). */
export async function resolveStudyRefs(view: CutView, request: StudyRequest): Promise<StudyRequest | Refusal> {
  const selection = await resolveSelection(view, request.selection);
  if (isRefusal(selection)) return selection;
  const benchmark = request.benchmark && (await resolved(view, [request.benchmark], '/benchmark'));
  if (isRefusal(benchmark)) return benchmark;
  const factors = request.factors && (await resolved(view, request.factors, '/factors'));
  if (isRefusal(factors)) return factors;
  return { ...request, selection, ...(benchmark && { benchmark: benchmark[0]! }), ...(factors && { factors }) };
}

async function resolved(view: CutView, refs: readonly string[], pointer: string): Promise<string[] | Refusal> {
  const ids: string[] = [];
  for (const [place, ref] of refs.entries()) {
    const id = await resolveRef(view, ref);
    if (isRefusal(id)) {
      const at = refs.length === 1 && pointer === '/benchmark' ? pointer : `${pointer}/${place}`;
      return refuse(id.refused, id.code, id.detail, [{ pointer: at, detail: id.detail }]);
    }
    ids.push(id);
  }
  return ids;
}

/** The first of some announcements that is not on record; null where all are. */
async function firstUnknown(
  { client, schema, cut }: CutView,
  ids: readonly string[],
): Promise<{ readonly id: string; readonly place: number } | null> {
  if (ids.length === 0) return null;
  const { rows } = await client.query<{ id: string; place: number }>(
    `SELECT asked.id, asked.place::integer - 1 AS place FROM unnest($1::text[]) WITH ORDINALITY AS asked (id, place)
      WHERE NOT EXISTS (
        SELECT FROM ${schema}.announcement_events
         WHERE announcement_id = asked.id AND ($2::bigint IS NULL OR position <= $2))
      ORDER BY asked.place LIMIT 1`,
    [ids, cut?.asRecorded ?? null],
  );
  return rows[0] ?? null;
}

function unknownAnnouncement(id: string, pointer: string): Refusal {
  const detail = `No announcement on record has the id "${id}". GET /v1/announcements lists those there are.`;
  return refuse('notFound', 'unknownAnnouncement', detail, [{ pointer, detail }]);
}

function ordered(list: readonly string[]): readonly string[] {
  return [...new Set(list)].sort();
}
