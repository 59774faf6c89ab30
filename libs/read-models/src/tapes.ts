import { bytesOf, type Dossier, type Known, knownBy, otherClassesOf, withClasses } from '@streakline/dossiers';
import { ByteCache } from './byte-cache';
import type { CutView, WholeCut } from './cut-view';
import { dossierOf, readFactPositions, readFacts } from './facts-table';

/** In memory, of dossiers and of what is known by them at some moment, each; twenty years of one take about 0.3 and 2 MB. */
const MOST_BYTES = 128 * 1024 * 1024;

/** Some megabytes of packed facts at a time. */
const INSTRUMENTS_A_READING = 16;

/**
 * Tapes unpacked from facts at rest, for the answers that are computed on reading: at the view's cut, where it has one.
 * What is kept is used again only for the same facts and the same moment, so it can never be out of date: a dossier
 * while the instrument's facts are at the same position, what was known at a cut for ever.
 */
export class Tapes {
  private readonly dossiers: ByteCache<Dossier>;
  private readonly tapes: ByteCache<Known | null>;

  constructor(mostBytes = MOST_BYTES) {
    this.dossiers = new ByteCache(mostBytes);
    this.tapes = new ByteCache(mostBytes);
  }

  /**
   * What is known of each instrument, or was at the view's cut; one without a listing (then) is left out. An issuer's other
   * listed classes are read beside, so that `marketCap` is the company's: nearly all have none, and read nothing more.
   */
  async of(view: CutView, instrumentIds: readonly string[]): Promise<ReadonlyMap<string, Known>> {
    const known = await this.eachOf(view, instrumentIds);
    const others = new Set([...known.values()].flatMap(otherClassesOf));
    if (others.size === 0) return known;
    const missing = [...others].filter((id) => !known.has(id));
    const tapes = new Map([...known, ...(await this.eachOf(view, missing))]);
    return new Map([...known].map(([id, tape]) => [id, withClasses(tape, tapes)]));
  }

  private async eachOf(view: CutView, instrumentIds: readonly string[]): Promise<ReadonlyMap<string, Known>> {
    const newest = await readFactPositions(view.client, view.schema, instrumentIds);
    const known = new Map<string, Known>();
    const missing: string[] = [];
    for (const [id, position] of newest) {
      const tape = this.tapes.get(keyOf(view, id, position));
      if (tape === undefined) missing.push(id);
      else if (tape !== null) known.set(id, tape);
    }
    for (let start = 0; start < missing.length; start += INSTRUMENTS_A_READING) {
      const dossiers = await this.dossiersOf(view, missing.slice(start, start + INSTRUMENTS_A_READING), newest);
      for (const [id, dossier] of dossiers) {
        const tape = knownBy(dossier, view.cut);
        this.tapes.set(keyOf(view, id, newest.get(id) ?? 0), tape, bytesOfKnown(tape));
        if (tape !== null) known.set(id, tape);
      }
    }
    return known;
  }

  private async dossiersOf(
    view: CutView,
    ids: readonly string[],
    newest: ReadonlyMap<string, number>,
  ): Promise<ReadonlyMap<string, Dossier>> {
    const keys = new Map(ids.map((id) => [id, `${view.schema}/${id}@${newest.get(id) ?? 0}`]));
    const dossiers = new Map<string, Dossier>();
    for (const [id, key] of keys) {
      const dossier = this.dossiers.get(key);
      if (dossier !== undefined) dossiers.set(id, dossier);
    }
    const unread = ids.filter((id) => !dossiers.has(id));
    if (unread.length === 0) return dossiers;
    for (const [id, years] of await readFacts(view.client, view.schema, unread)) {
      const dossier = dossierOf(id, years);
      dossiers.set(id, dossier);
      // Whoever asks once at present seldom asks again before the next bar; whoever asks of the past does.
      if (view.cut !== undefined) this.dossiers.set(keys.get(id) ?? id, dossier, bytesOf(dossier));
    }
    return dossiers;
  }
}

/** The moment of a tape: facts up to a position, as public by an instant. Later facts of others do not matter to it. */
function keyOf({ schema, cut }: CutView, instrumentId: string, newest: number): string {
  const { asOf, asRecorded }: WholeCut = cut ?? { asOf: Infinity, asRecorded: newest };
  return `${schema}/${instrumentId}@${Math.min(asRecorded, newest)}/${asOf}`;
}

/** Columns, and the runs and caps that views remember beside them: roughly. */
function bytesOfKnown(known: Known | null): number {
  return known === null
    ? 100
    : 5_000 + known.sessions.length * 400 + known.acts.length * 1_000 + known.observations.length * 150;
}
