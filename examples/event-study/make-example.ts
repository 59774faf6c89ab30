import { normalQuantile, seededRandom } from '@streakline/event-study';
import { exchange } from '@streakline/market-time';

/** The two files of the example, as text. */
export interface Example {
  readonly returns: string;
  readonly events: string;
}

const SEED = 20_260_227;
const FIRMS = ['ALBA', 'BORA', 'CIMA', 'DORA', 'ELBA', 'FARO', 'GIGA', 'HERO', 'ISAR', 'JUNO', 'KILO', 'LIMA'];
const FACTORS = ['MKT', 'SMB', 'HML'];
/** First event, relative to the first row; each firm has three, this far apart. */
const FIRST_EVENT = 150;
const BETWEEN = 80;
/** What an announcement does beyond the model, by day from day 0 on: what a study should find, and where nothing is. */
const PLANTED: Readonly<Record<string, readonly number[]>> = { raised: [0.02, 0.005], kept: [] };
/** The announcement's day is also a restless one. */
const DAY0_SD = 0.012;
const WINDOWS = '-5,5,-11,120';

/**
 * A market that never was: twelve firms and three factors on the sessions of New York from June 2024 to December 2025, with
 * planted reactions to thirty-six announcements. Made from a seed, so that it is the same on every machine.
 */
export function makeExample(): Example {
  const sessions = exchange('XNYS').sessions('2024-06-03', '2025-12-31');
  const market = new MadeMarket(SEED);
  const announced = market.announcements();
  const rows = sessions.map((session, row) => [session, ...market.returnsOn(row, announced)].join(','));
  const events = announced.map(({ firm, row, group }, index) =>
    [index + 1, FIRMS[firm], sessions[row], group, WINDOWS].join(','),
  );
  return {
    returns: asFile(['date', ...FACTORS, ...FIRMS].join(','), rows),
    events: asFile('event_id,firm,event_date,group,t1,t2,est_end,est_len', events),
  };
}

interface Announced {
  readonly firm: number;
  readonly row: number;
  readonly group: string;
}

class MadeMarket {
  private readonly random: ReturnType<typeof seededRandom>;
  private readonly loadings: readonly (readonly number[])[];

  constructor(seed: number) {
    this.random = seededRandom(seed);
    this.loadings = FIRMS.map(() => [1 + 0.3 * this.normal(), 0.4 * this.normal(), 0.3 * this.normal()]);
  }

  /** Three times for each firm, in the order of their dates; some share a day, as in an earnings season. */
  announcements(): readonly Announced[] {
    const announced = FIRMS.flatMap((_, firm) =>
      [0, 1, 2].map((time) => ({
        firm,
        row: FIRST_EVENT + time * BETWEEN + this.below(25),
        group: this.below(2) === 0 ? 'raised' : 'kept',
      })),
    );
    return announced.sort((a, b) => a.row - b.row || a.firm - b.firm);
  }

  /** Cells of a row; one in two hundred is empty, as where a share did not trade. */
  returnsOn(row: number, announced: readonly Announced[]): readonly string[] {
    const factors = [0.0004 + 0.009 * this.normal(), 0.005 * this.normal(), 0.004 * this.normal()];
    const firms = this.loadings.map((loadings, firm) => {
      const explained = loadings.reduce((sum, loading, index) => sum + loading * (factors[index] ?? 0), 0);
      const own = 0.014 * this.normal() + this.reaction(firm, row, announced);
      return this.below(200) === 0 ? '' : written(explained + own);
    });
    return [...factors.map(written), ...firms];
  }

  private reaction(firm: number, row: number, announced: readonly Announced[]): number {
    let sum = 0;
    for (const each of announced) {
      if (each.firm !== firm) continue;
      sum += PLANTED[each.group]?.[row - each.row] ?? 0;
      if (each.row === row) sum += DAY0_SD * this.normal();
    }
    return sum;
  }

  private normal(): number {
    // Never 0, which has no quantile.
    return normalQuantile((this.below(2 ** 31) + 0.5) / 2 ** 31);
  }

  private below(count: number): number {
    return Math.floor(this.random.uniform() * count);
  }
}

/** Five decimals: a tenth of a basis point. */
function written(value: number): string {
  return value.toFixed(5);
}

function asFile(heading: string, lines: readonly string[]): string {
  return [heading, ...lines, ''].join('\n');
}
