import { Body, Controller, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { createZodDto } from 'nestjs-zod';
import type { CommandContext } from '@streakline/event-store';
import { ApiCommand, Context, type ReceiptBody, sendReceipt } from '@streakline/web-api';
import { RecordDistribution, recordDistributionBody } from './record-distribution.command';

export class RecordDistributionDto extends createZodDto(recordDistributionBody) {}

@ApiTags('instruments')
@Controller('v1/instruments/:ref/distributions')
export class RecordDistributionRoute {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @ApiCommand({
    summary: 'Record a spin-off, rights, a special dividend',
    description:
      'Total returns take its value as they take a dividend. A special payment beside an ordinary dividend of the same ex-date counts beside it.',
    body: RecordDistributionDto,
    example: { exDate: '2024-04-02', kind: 'spinOff', value: 34.8, announcedOn: '2024-02-29' },
  })
  async post(
    @Param('ref') ref: string,
    @Body() body: RecordDistributionDto,
    @Context() context: CommandContext,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ReceiptBody> {
    return sendReceipt(await this.commands.execute(new RecordDistribution(ref, body, context)), response);
  }
}
