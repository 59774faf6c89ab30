import { isRefusal, type Decider, type Refusal } from '@streakline/event-store';
import type { NewEvent, RecordedEvent } from '@streakline/events';

/**
 * A decision as a sentence: given what was recorded, when a command comes, then these events follow exactly, nothing
 * does, or it is refused.
 *
 * @example
 * given(recordSplitDecider, onRecord).when(split).thenSays(SplitRecorded.create(data, knownAt));
 * given(recordSplitDecider).when(onASunday).thenRefused('invalid', 'notASession', '/exDate');
 */
export function given<State, Command>(decider: Decider<State, Command>, ...events: readonly NewEvent[]) {
  return {
    when: (command: Command) => {
      const state = events
        .map(asRecorded)
        .reduce((folded, event) => decider.evolve(folded, event), decider.initialState);
      return new Decision(decider.decide(command, state));
    },
  };
}

class Decision {
  constructor(readonly outcome: readonly NewEvent[] | Refusal) {}

  /** These events exactly, in this order. */
  thenSays(...expected: readonly NewEvent[]): void {
    expect(this.outcome).toEqual(expected);
  }

  /** All of it was on record already. */
  thenSaidBefore(): void {
    expect(this.outcome).toEqual([]);
  }

  /** A refusal with this code that points at these fields exactly. Returns it, for what its words must tell. */
  thenRefused(refused: Refusal['refused'], code: string, ...pointers: readonly string[]): Refusal {
    const { outcome } = this;
    if (!isRefusal(outcome)) throw new Error(`Not refused, but decided: ${JSON.stringify(outcome)}`);
    const found = {
      refused: outcome.refused,
      code: outcome.code,
      pointers: outcome.errors.map(({ pointer }) => pointer),
    };
    expect(found).toEqual({ refused, code, pointers });
    return outcome;
  }

  /** The events, where a test reads only a part of them. */
  get events(): readonly NewEvent[] {
    if (isRefusal(this.outcome)) throw new Error(`Refused: ${this.outcome.detail}`);
    return this.outcome;
  }
}

/** Makes a recorded event of a new one, as if it were the `index`-th of its stream and of the store. */
export function asRecorded(event: NewEvent, index = 0): RecordedEvent {
  const place = String(index + 1).padStart(12, '0');
  return {
    id: `00000000-0000-4000-8000-${place}`,
    ...event,
    position: index + 1,
    streamId: 'given',
    streamVersion: index + 1,
    knownAt: event.knownAt ?? 0,
    recordedAt: 0,
    correlationId: '00000000-0000-4000-8000-000000000000',
    causationId: null,
  };
}
