import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ApiAnswer } from '@streakline/web-api';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { BacktestDesk } from './backtest-desk';

const strategySchema = z.object({
  file: z.string().describe('In the folder of strategies.'),
  name: z.string().nullable().describe('What POST /v1/backtests takes; null where it cannot be loaded.'),
  description: z.string().nullable(),
  params: z
    .record(z.string(), z.union([z.number(), z.boolean(), z.string()]))
    .nullable()
    .describe('Parameters and their defaults.'),
  codeHash: z.string().nullable().describe('SHA-256 over all its sources.'),
  problem: z.string().nullable().describe('Why it cannot be loaded; null where it can.'),
});
type StrategyAnswer = z.infer<typeof strategySchema>;

class StrategyList extends createZodDto(z.object({ data: z.array(strategySchema) })) {}

/** The strategies that the operator installed. */
@ApiTags('backtests')
@Controller('v1/strategies')
export class StrategiesController {
  constructor(private readonly desk: BacktestDesk) {}

  @Get()
  @ApiAnswer({
    summary: 'The strategies that may be run here',
    description: 'Those in the folder that STREAKLINE_STRATEGIES names, by file.',
    type: StrategyList,
  })
  async list(): Promise<{ data: StrategyAnswer[] }> {
    const all = await this.desk.strategies.list();
    return {
      data: all.map(({ file, code, problem }) => ({
        file,
        name: code?.name ?? null,
        description: code?.description ?? null,
        params: code?.params ?? null,
        codeHash: code?.codeHash ?? null,
        problem,
      })),
    };
  }
}
