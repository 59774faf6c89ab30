import { Body, Controller, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { createZodDto } from 'nestjs-zod';
import type { CommandContext } from '@streakline/event-store';
import { ApiCommand, Context, type ReceiptBody, sendReceipt } from '@streakline/web-api';
import { Measure, measureBody } from './measure.command';

export class MeasureDto extends createZodDto(measureBody) {}

@ApiTags('announcements')
@Controller('v1/announcements/:id/measures')
export class MeasureRoute {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @ApiCommand({
    summary: 'Record the figures of an announcement or an amendment',
    description:
      'What was reported or forecast, beside what was expected and what stood before. Measures are told apart by metric, basis and period; more may be said of one later, and nothing else: that is a correction.',
    body: MeasureDto,
    example: {
      period: '2025-Q4',
      measures: [
        {
          metric: 'eps',
          basis: 'gaap',
          unit: 'USD/share',
          actual: 1.95,
          expected: { value: 1.97, source: 'a survey of analysts', on: '2026-02-05' },
          prior: 1.86,
        },
        { metric: 'revenue', period: '2026-Q1', unit: 'USD', range: { low: 173500000000, high: 178500000000 } },
      ],
    },
  })
  async post(
    @Param('id') id: string,
    @Body() body: MeasureDto,
    @Context() context: CommandContext,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ReceiptBody> {
    return sendReceipt(await this.commands.execute(new Measure(id, body, context)), response);
  }
}
