/** An event without what it says. */
export interface EventHead {
  readonly position: number;
  readonly type: string;
  readonly knownAt: string;
  readonly recordedAt: string;
}

/** The events before, at and after a position, by their places in the list. */
export interface Step {
  readonly previous: EventHead | undefined;
  /** Undefined where the position is of an event that does not concern the subject. */
  readonly current: EventHead | undefined;
  readonly next: EventHead | undefined;
  /** From 1: how many there are up to the position. */
  readonly place: number;
}

export function stepAt(heads: readonly EventHead[], position: number): Step {
  const place = heads.filter((head) => head.position <= position).length;
  const last = heads[place - 1];
  const current = last?.position === position ? last : undefined;
  return { previous: heads[current === undefined ? place - 1 : place - 2], current, next: heads[place], place };
}
