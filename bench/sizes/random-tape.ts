import { BarsRecorded, type InstrumentId, type NewEvent } from '@streakline/events';

/** Bars that repeat themselves pack far better than a market's: these move and trade at random, seeded by the instrument. */
export class RandomTape {
  private cents: number;
  private state: number;

  constructor(
    private readonly instrumentId: InstrumentId,
    seed: number,
  ) {
    this.state = seed + 1;
    this.cents = 2_000 + Math.round(this.draw() * 20_000);
  }

  /** The next sessions' bars as one event. */
  delivery(sessions: readonly string[]): NewEvent {
    const bars = sessions.map(() => this.next());
    const data = {
      ...{ instrumentId: this.instrumentId, source: 'bench', basisAsOf: null, sessions: [...sessions] },
      ...{ open: bars.map((bar) => bar.open), high: bars.map((bar) => bar.high), low: bars.map((bar) => bar.low) },
      ...{ close: bars.map((bar) => bar.close), volume: bars.map((bar) => bar.volume) },
    };
    return BarsRecorded.create(data, Date.parse(`${sessions.at(-1) ?? ''}T23:00:00Z`));
  }

  private next() {
    const open = Math.max(100, Math.round(this.cents * (1 + (this.draw() - 0.5) * 0.01)));
    this.cents = Math.max(100, Math.round(open * (1 + (this.draw() - 0.4995) * 0.04)));
    const high = Math.round(Math.max(open, this.cents) * (1 + this.draw() * 0.01));
    const low = Math.round(Math.min(open, this.cents) * (1 - this.draw() * 0.01));
    const volume = 500_000 + Math.round(this.draw() * 50_000_000);
    return { open: open / 100, high: high / 100, low: low / 100, close: this.cents / 100, volume };
  }

  /** From 0 to 1, by Park and Miller's minimal standard generator. */
  private draw(): number {
    this.state = (this.state * 48_271) % 2_147_483_647;
    return this.state / 2_147_483_647;
  }
}
