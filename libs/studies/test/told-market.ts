import { randomUUID } from 'node:crypto';
import { isRefusal } from '@streakline/event-store';
import type { StudyProgress } from '@streakline/event-study';
import {
  AnnouncementMade,
  type AnnouncementRecord,
  BarsRecorded,
  BenchmarkAssigned,
  idOf,
  InstrumentListed,
  type InstrumentId,
  type NewEvent,
} from '@streakline/events';
import { Projector, ReadSide } from '@streakline/projections';
import { dossiersProjection, readModelsMigrations } from '@streakline/read-models';
import { createTestStore } from '@streakline/testing';
import { type GatheredStudy, gatherStudy, resolveStudyRefs, type StudyRequestInput, studyRequestSchema } from '../src';

const KNOWN_AT = Date.parse('2030-01-01T00:00:00Z');

/** Real facts at rest: what is told is recorded, projected, and gathered for studies from there. */
export type ToldMarket = Awaited<ReturnType<typeof openMarket>>;

export async function openMarket() {
  const made = await createTestStore({ migrations: readModelsMigrations });
  const { store, database } = made;
  const projector = new Projector({ pool: database.pool, store, projection: dossiersProjection });
  await projector.start();
  const readSide = new ReadSide({ pool: database.pool, store, projection: dossiersProjection.name, waitMs: 1_000 });
  const gatherOrRefuse = (input: StudyRequestInput, position?: number) =>
    readSide.read({}, async (view) => {
      const request = await resolveStudyRefs(view, studyRequestSchema.parse(input));
      if (isRefusal(request)) return { request: null, gathered: request, progress: [] };
      const { gathered, progress } = await drained(gatherStudy(view, request, position ?? view.position));
      return { request, gathered, progress };
    });
  return {
    readSide,
    gatherOrRefuse,
    /** Records events; comes back with the position of the last when the facts at rest hold them. */
    async tell(...events: readonly NewEvent[]): Promise<number> {
      const streams = [{ streamId: `told-${randomUUID()}`, expectedVersion: 'none' as const, events }];
      const result = await store.append({ streams });
      if (result.outcome !== 'appended') throw new Error(`Not told: ${result.outcome}`);
      const position = result.events.at(-1)?.position ?? 0;
      if (!(await projector.waitUntil(position))) throw new Error(`The facts do not reach ${position}.`);
      return position;
    },
    /** At a position, or at the newest. */
    async gather(input: StudyRequestInput, position?: number) {
      const { request, gathered } = await gatherOrRefuse(input, position);
      if (request === null || isRefusal(gathered)) throw new Error(`Refused: ${JSON.stringify(gathered)}`);
      return { request, gathered };
    },
    async close(): Promise<void> {
      await projector.stop();
      await made.dispose();
    },
  };
}

export async function drained<Result>(
  steps: AsyncGenerator<StudyProgress, Result, void>,
): Promise<{ gathered: Result; progress: readonly StudyProgress[] }> {
  const progress: StudyProgress[] = [];
  for (;;) {
    const step = await steps.next();
    if (step.done === true) return { gathered: step.value, progress };
    progress.push(step.value);
  }
}

/** Why each event was left out, by the name it was told under. */
export function reasonsOf({ leftOut }: GatheredStudy): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    leftOut.map(({ traits, suspicions }) => [
      traits.headline,
      suspicions.filter(({ policy }) => policy === 'exclude').map(({ screen }) => screen),
    ]),
  );
}

export function instrumentOf(symbol: string): InstrumentId {
  return idOf('ins', ['market', symbol]);
}

/** An instrument of Nasdaq, and its benchmark if it has one. */
export function listed(symbol: string, benchmark?: string): readonly NewEvent[] {
  const instrumentId = instrumentOf(symbol);
  const listing = { instrumentId, symbol, mic: 'XNAS', name: `${symbol} Inc`, currency: 'USD' };
  const assigned = benchmark === undefined ? [] : [{ benchmarkId: instrumentOf(benchmark), role: 'market' as const }];
  return [
    InstrumentListed.create(listing, KNOWN_AT),
    ...assigned.map((one) => BenchmarkAssigned.create({ instrumentId, ...one }, KNOWN_AT)),
  ];
}

export interface Tape {
  readonly sessions: readonly string[];
  readonly close: readonly number[];
  readonly high?: readonly number[];
  readonly low?: readonly number[];
  readonly volume?: readonly number[];
}

export function bars(symbol: string, { sessions, close, high, low, volume }: Tape): NewEvent {
  const data = {
    ...{ instrumentId: instrumentOf(symbol), source: 'vendor', basisAsOf: null },
    ...{ sessions: [...sessions], close: [...close] },
    ...{ ...(high && { high: [...high] }), ...(low && { low: [...low] }), ...(volume && { volume: [...volume] }) },
  };
  return BarsRecorded.create(data, KNOWN_AT);
}

export type Told = Partial<AnnouncementRecord['original']>;

/** An announcement about one instrument, before the open of a session unless told otherwise. */
export function announced(symbol: string, name: string, on: string, told: Told = {}): NewEvent {
  return AnnouncementMade.create({ announcement: recordOf(symbol, name, on, told), formerInstruments: [] }, KNOWN_AT);
}

export function recordOf(symbol: string, name: string, on: string, told: Told = {}): AnnouncementRecord {
  const original = {
    ...{ kind: 'earnings' as const, headline: name, moment: { on, timing: 'preMarket' as const } },
    subjects: [{ instrumentId: instrumentOf(symbol), role: 'issuer' }],
    ...{ amounts: [], sources: [], relations: [] },
    ...told,
  };
  return { id: idOf('ann', ['market', name]), original, amendments: [] };
}
