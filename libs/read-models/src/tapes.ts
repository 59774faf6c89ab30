import { type Known, knownBy } from '@streakline/dossiers';
import type { ReadView } from '@streakline/projections';
import { dossierOf, readFactPositions, readFacts } from './facts-table';

interface CachedTape {
  readonly position: number;
  readonly known: Known | null;
}

/** Tapes kept; one of twenty years takes about half a megabyte. */
const MOST_TAPES = 64;

/**
 * Tapes unpacked from facts at rest, for the answers that are computed on reading. What is kept is used again only
 * while the instrument's facts are at the same position, so it can never be out of date.
 */
export class Tapes {
  private readonly cached = new Map<string, CachedTape>();

  /** What is known of each instrument; one without a listing is left out. */
  async of(view: ReadView, instrumentIds: readonly string[]): Promise<ReadonlyMap<string, Known>> {
    const positions = await readFactPositions(view.client, view.schema, instrumentIds);
    const stale = [...positions].filter(([id, position]) => this.cached.get(key(view, id))?.position !== position);
    await this.load(
      view,
      stale.map(([id]) => id),
      positions,
    );
    const known = new Map<string, Known>();
    for (const id of positions.keys()) {
      const tape = this.touch(key(view, id));
      if (tape?.known) known.set(id, tape.known);
    }
    this.forgetOldest();
    return known;
  }

  private async load(view: ReadView, ids: readonly string[], positions: ReadonlyMap<string, number>): Promise<void> {
    if (ids.length === 0) return;
    for (const [id, years] of await readFacts(view.client, view.schema, ids)) {
      this.cached.set(key(view, id), { position: positions.get(id) ?? 0, known: knownBy(dossierOf(id, years)) });
    }
  }

  private touch(cacheKey: string): CachedTape | undefined {
    const tape = this.cached.get(cacheKey);
    if (tape) {
      this.cached.delete(cacheKey);
      this.cached.set(cacheKey, tape);
    }
    return tape;
  }

  private forgetOldest(): void {
    for (const oldest of this.cached.keys()) {
      if (this.cached.size <= MOST_TAPES) return;
      this.cached.delete(oldest);
    }
  }
}

function key(view: ReadView, instrumentId: string): string {
  return `${view.schema}/${instrumentId}`;
}
