import { type Known, otherClassesOf } from '@streakline/dossiers';
import { ByteCache } from './byte-cache';
import type { CutView } from './cut-view';
import { readFactPositions } from './facts-table';
import type { Tapes } from './tapes';

/** Tapes in memory at a time. */
const A_READING = 16;

/** How a digest is made of a tape, and of those that it is compared with, known at the same cut. */
export interface DigestMaking<Digest> {
  readonly make: (known: Known, others: ReadonlyMap<string, Known>) => Digest;
  /** Whose tapes it is compared with. */
  readonly comparedWith: (known: Known) => readonly string[];
  /** In memory, roughly. */
  readonly bytesOf: (digest: Digest) => number;
  readonly mostBytes: number;
}

interface Kept<Digest> {
  /** Null: no listing was on record then. */
  readonly digest: Digest | null;
  /** The tapes that it rests on (its own, those compared with, other classes'), each with the position of its newest fact then. */
  readonly restsOn: ReadonlyMap<string, number>;
}

/** Keeps what tapes came to at some moment, and uses it again as long as no tape that it rests on has had a new fact. */
export class KeptDigests<Digest> {
  private readonly kept: ByteCache<Kept<Digest>>;

  constructor(
    private readonly tapes: Tapes,
    private readonly making: DigestMaking<Digest>,
  ) {
    this.kept = new ByteCache(making.mostBytes);
  }

  /** Of each instrument, at the view's cut where it has one; one without a listing (then) is left out. */
  async of(view: CutView, instrumentIds: readonly string[]): Promise<ReadonlyMap<string, Digest>> {
    const found = new Map([...new Set(instrumentIds)].map((id) => [id, this.kept.get(keyOf(view, id))]));
    const positionOf = await positionsAt(
      view,
      [...found].flatMap(([id, kept]) => [id, ...(kept?.restsOn.keys() ?? [])]),
    );
    const digests = new Map<string, Digest>();
    const missing: string[] = [];
    for (const [id, kept] of found) {
      const isFresh = kept !== undefined && [...kept.restsOn].every(([one, position]) => positionOf(one) === position);
      if (!isFresh) missing.push(id);
      else if (kept.digest !== null) digests.set(id, kept.digest);
    }
    for (let start = 0; start < missing.length; start += A_READING) {
      for (const [id, digest] of await this.made(view, missing.slice(start, start + A_READING)))
        digests.set(id, digest);
    }
    return digests;
  }

  private async made(view: CutView, ids: readonly string[]): Promise<ReadonlyMap<string, Digest>> {
    const tapes = await this.tapes.of(view, ids);
    const comparedWith = new Set([...tapes.values()].flatMap((known) => this.making.comparedWith(known)));
    const others = comparedWith.size === 0 ? tapes : await this.tapes.of(view, [...comparedWith]);
    const positionOf = await positionsAt(view, [
      ...ids,
      ...[...tapes.values()].flatMap((known) => this.othersOf(known)),
    ]);
    const digests = new Map<string, Digest>();
    for (const id of ids) {
      const known = tapes.get(id);
      const digest = known === undefined ? null : this.making.make(known, others);
      const restsOn = new Map(
        [id, ...(known === undefined ? [] : this.othersOf(known))].map((one) => [one, positionOf(one)]),
      );
      this.kept.set(keyOf(view, id), { digest, restsOn }, digest === null ? 500 : this.making.bytesOf(digest));
      if (digest !== null) digests.set(id, digest);
    }
    return digests;
  }

  private othersOf(known: Known): readonly string[] {
    return [...this.making.comparedWith(known), ...otherClassesOf(known)];
  }
}

/** The positions of newest facts, of those that may answer. */
async function positionsAt({ client, schema, cut }: CutView, ids: readonly string[]): Promise<(id: string) => number> {
  const newest = await readFactPositions(client, schema, [...new Set(ids)]);
  return (id) => Math.min(newest.get(id) ?? 0, cut?.asRecorded ?? Infinity);
}

/** One for each instant of the world; what is stored is told apart by positions. */
function keyOf({ schema, cut }: CutView, instrumentId: string): string {
  return `${schema}/${instrumentId}/${cut === undefined ? 'present' : cut.asOf}`;
}
