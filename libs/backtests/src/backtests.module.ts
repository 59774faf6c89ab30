import { Module } from '@nestjs/common';
import { StudiesModule } from '@streakline/studies';
import { BacktestsController } from './routes/backtests.route';
import { StrategiesController } from './routes/strategies.route';

/** The routes of backtests. Needs BacktestDesk, StudyJobs and ReadSide from a global module. */
@Module({ imports: [StudiesModule], controllers: [BacktestsController, StrategiesController] })
export class BacktestsModule {}
