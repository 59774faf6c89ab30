import { setImmediate as turn } from 'node:timers/promises';
import {
  independentChain,
  markovChain,
  probabilityInAny,
  probabilityOfRun,
  type SignChain,
  type SignCounts,
} from '@streakline/streak-statistics';

/** How likely a run of some length was somewhere; null where no close is on record. */
export interface ModelChances {
  /** In the same direction, somewhere in the instrument's sessions. */
  readonly sameDirection: number | null;
  readonly eitherDirection: number | null;
  /** In either direction, somewhere in any instrument scanned; null while the counts of the others are rebuilt. */
  readonly anyInstrument: { readonly independent: number; readonly atMost: number } | null;
}

export interface Chances {
  /** Sessions of the instrument that have a close before them. */
  readonly sessions: number;
  /** Instruments scanned; null while their counts are rebuilt. */
  readonly instruments: number | null;
  /** Sessions independent of each other, each tape with the shares that it has. */
  readonly independent: ModelChances;
  /** Each session depending on the one before. */
  readonly markov: ModelChances;
}

const MODELS = { independent: independentChain, markov: markovChain } as const;

// So many tapes take some milliseconds: then others are answered.
const TAPES_A_TURN = 64;

/** Chances of runs in one tape and in all that were scanned; each length is worked out once. */
export class RunOdds {
  private readonly scanned = new Map<string, Promise<ModelChances['anyInstrument']>>();

  constructor(
    private readonly own: SignCounts,
    private readonly all: readonly SignCounts[] | null,
  ) {}

  async of(direction: 'falling' | 'rising', length: number): Promise<Chances> {
    return {
      sessions: this.own.sessions,
      instruments: this.all?.length ?? null,
      independent: await this.by('independent', direction, length),
      markov: await this.by('markov', direction, length),
    };
  }

  private async by(model: keyof typeof MODELS, direction: 'falling' | 'rising', length: number): Promise<ModelChances> {
    const chain = MODELS[model](this.own);
    const chance = (wanted: 'falling' | 'rising' | 'either') =>
      chain && probabilityOfRun(chain, { direction: wanted, length, sessions: this.own.sessions });
    const key = `${model} ${length}`;
    const any = this.scanned.get(key) ?? this.inAny(MODELS[model], length);
    this.scanned.set(key, any);
    return { sameDirection: chance(direction), eitherDirection: chance('either'), anyInstrument: await any };
  }

  private async inAny(
    chainOf: (counts: SignCounts) => SignChain | null,
    length: number,
  ): Promise<ModelChances['anyInstrument']> {
    if (this.all === null) return null;
    const chances: number[] = [];
    for (const [at, counts] of this.all.entries()) {
      const chain = chainOf(counts);
      if (chain) chances.push(probabilityOfRun(chain, { direction: 'either', length, sessions: counts.sessions }));
      if (at % TAPES_A_TURN === TAPES_A_TURN - 1) await turn();
    }
    const { independent, atMost } = probabilityInAny(chances);
    return { independent, atMost };
  }
}
