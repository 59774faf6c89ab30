import { Body, Controller, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { createZodDto } from 'nestjs-zod';
import type { CommandContext } from '@streakline/event-store';
import { ApiCommand, Context, type ReceiptBody, sendReceipt } from '@streakline/web-api';
import { benchmarkBody } from '../list-instrument/list-instrument.command';
import { AssignBenchmark } from './assign-benchmark.command';

export class AssignBenchmarkDto extends createZodDto(benchmarkBody) {}

@ApiTags('instruments')
@Controller('v1/instruments/:ref/benchmarks')
export class AssignBenchmarkRoute {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @ApiCommand({
    summary: 'Assign a benchmark, from a date on',
    body: AssignBenchmarkDto,
    example: { ref: 'ARCX:SPY', role: 'market' },
  })
  async post(
    @Param('ref') ref: string,
    @Body() body: AssignBenchmarkDto,
    @Context() context: CommandContext,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ReceiptBody> {
    return sendReceipt(await this.commands.execute(new AssignBenchmark(ref, body, context)), response);
  }
}
