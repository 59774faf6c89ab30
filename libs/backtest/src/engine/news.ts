import type { KnownAct } from '@streakline/dossiers';
import type { Context, RunEvent } from '../strategy/context';
import type { RunInForce } from '../strategy/instrument';
import type { Cursor } from '../tape/cursor';
import { happeningAt, reactionAt } from '../tape/reaction-at';
import { runAt } from '../tape/run-at';
import type { Calls } from './calls';
import type { Stage } from './stage';

/** Tells a strategy what became known of single instruments: announcements, runs, reactions. */
export class News {
  announcements = 0;
  /** Acts (`of`) whose day 0 has not closed yet, by instrument. */
  private readonly awaited = new Map<number, string[]>();
  /** By index: 1 where `awaited` has it. Asked at every bar. */
  private readonly isAwaited: Uint8Array;
  private readonly tellsReactions: boolean;

  constructor(
    private readonly stage: Stage,
    private readonly calls: Calls,
    private readonly context: Context,
  ) {
    this.tellsReactions = calls.has('onReaction');
    this.isAwaited = new Uint8Array(stage.cursors.length);
    if (this.tellsReactions) for (const index of stage.universe) this.awaitFrom(stage.cursors[index]!);
  }

  /** Announcements of this very instant, of instruments that are listed; answers whose there were. */
  tellAnnouncements(indexes: readonly number[]): readonly number[] {
    const concerned: number[] = [];
    for (const index of indexes) {
      const cursor = this.stage.cursors[index]!;
      const acts = this.stage.trades(index) ? cursor.actsOf(this.stage.now) : [];
      if (acts.length === 0 || !this.isListed(cursor)) continue;
      concerned.push(index);
      for (const act of acts) this.tellAnnouncement(index, act);
    }
    return concerned;
  }

  /** How the newest bars of instruments changed their runs. */
  tellRuns(moved: readonly number[]): void {
    if (!this.calls.has('onRun')) return;
    for (const index of moved) {
      const cursor = this.stage.cursors[index]!;
      for (const { change, run } of runChanges(cursor)) {
        const occasion = { handler: 'onRun' as const, index, causes: [cursor.barPosition] };
        this.calls.call(this.context, occasion, { instrument: this.stage.views[index]!, change, run });
      }
    }
  }

  /** Reactions that can be told for the first time, of instruments with a new bar or a new announcement. */
  tellReactions(indexes: readonly number[]): void {
    if (!this.tellsReactions || this.awaited.size === 0) return;
    for (const index of indexes) {
      if (this.isAwaited[index] === 0) continue;
      const awaited = this.awaited.get(index) ?? [];
      const cursor = this.stage.cursors[index]!;
      const due = awaited.filter((of) => isClosed(cursor, of));
      const left = awaited.filter((of) => !due.includes(of));
      if (left.length > 0) this.awaited.set(index, left);
      else {
        this.awaited.delete(index);
        this.isAwaited[index] = 0;
      }
      for (const of of due) this.tellReaction(cursor, of);
    }
  }

  private tellAnnouncement(index: number, act: KnownAct): void {
    this.announcements++;
    if (this.tellsReactions) this.awaitReaction(index, act.of);
    const occasion = { handler: 'onAnnouncement' as const, index, causes: [act.position] };
    this.calls.call(this.context, occasion, { instrument: this.stage.views[index]!, act });
  }

  private tellReaction(cursor: Cursor, of: string): void {
    const happening = happeningAt(cursor, of);
    if (happening === undefined || happening.day0Ordinal === null) return;
    const { act } = happening;
    const reaction = reactionAt(cursor, happening, this.stage.find);
    const occasion = {
      handler: 'onReaction' as const,
      index: cursor.index,
      causes: [act.position, cursor.barPosition],
    };
    this.calls.call(this.context, occasion, { instrument: this.stage.views[cursor.index]!, act, reaction });
  }

  private awaitFrom(cursor: Cursor): void {
    for (const { of } of cursor.known.acts.slice(0, cursor.acts)) {
      if (!isClosed(cursor, of)) this.awaitReaction(cursor.index, of);
    }
  }

  private awaitReaction(index: number, of: string): void {
    this.isAwaited[index] = 1;
    const awaited = this.awaited.get(index);
    if (awaited === undefined) this.awaited.set(index, [of]);
    else awaited.push(of);
  }

  private isListed(cursor: Cursor): boolean {
    const delisting = cursor.delisting(this.stage.now);
    if (cursor.length === 0) return false;
    return delisting === null || this.stage.now < cursor.known.table.closeOf(delisting.lastSession);
  }
}

/** Day 0 is over on the tape, also where the instrument did not trade on it; nothing is to be awaited of an act that is gone or that no calendar places. */
function isClosed(cursor: Cursor, of: string): boolean {
  const happening = happeningAt(cursor, of);
  if (happening === undefined || happening.day0Ordinal === null) return true;
  return cursor.length > 0 && cursor.known.ordinals[cursor.length - 1]! >= happening.day0Ordinal;
}

/** A bar that turns around ends one run and begins another. */
function runChanges(cursor: Cursor): readonly { readonly change: RunEvent['change']; readonly run: RunInForce }[] {
  const newest = cursor.length - 1;
  const [before, now] = [cursor.spanAt(newest - 1), cursor.spanAt(newest)];
  const changes: { change: RunEvent['change']; run: RunInForce }[] = [];
  const [old, fresh] = [runAt(cursor, newest - 1), runAt(cursor, newest)];
  if (old !== null && before !== now) changes.push({ change: 'ended', run: old });
  if (fresh !== null) changes.push({ change: before === now ? 'extended' : 'began', run: fresh });
  return changes;
}
