import type { StudyKind } from '@streakline/studies';
import type { Pool } from 'pg';
import { Strategies } from '../installed/strategies';
import { backtestKind } from '../jobs/backtest-kind';

export interface BacktestDeskParts {
  readonly pool: Pool;
  /** Folder of the strategies that may be asked for over HTTP; undefined: none. */
  readonly strategiesFolder?: string | undefined;
}

/** What a process needs for backtests over HTTP: the strategies installed in it, and how they are run as jobs. */
export class BacktestDesk {
  readonly strategies: Strategies;
  readonly kind: StudyKind;

  constructor({ pool, strategiesFolder }: BacktestDeskParts) {
    this.strategies = new Strategies(strategiesFolder);
    this.kind = backtestKind({ pool, strategies: this.strategies });
  }
}
