import { Body, Controller, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { createZodDto } from 'nestjs-zod';
import type { CommandContext } from '@streakline/event-store';
import { ApiCommand, Context, type ReceiptBody, sendReceipt } from '@streakline/web-api';
import { RecordBars, recordBarsBody } from './record-bars.command';

export class RecordBarsDto extends createZodDto(recordBarsBody) {}

@ApiTags('bars')
@Controller('v1/instruments/:ref/bars')
export class RecordBarsRoute {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @ApiCommand({
    summary: 'Record a delivery of daily bars, or revise some',
    description:
      'A bar that contradicts the one on record is refused, unless the delivery revises. All of a delivery is stored, or nothing.',
    body: RecordBarsDto,
    example: {
      source: 'vendor',
      basis: 'raw',
      bars: [{ session: '2026-02-27', open: 206.13, high: 211, low: 205.5, close: 210, volume: 64000000 }],
    },
  })
  async post(
    @Param('ref') ref: string,
    @Body() body: RecordBarsDto,
    @Context() context: CommandContext,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ReceiptBody> {
    return sendReceipt(await this.commands.execute(new RecordBars(ref, body, context)), response);
  }
}
