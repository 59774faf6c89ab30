import { Body, Controller, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { createZodDto } from 'nestjs-zod';
import type { CommandContext } from '@streakline/event-store';
import { ApiCommand, Context, type ReceiptBody, sendReceipt } from '@streakline/web-api';
import { RecordObservations, recordObservationsBody } from './record-observations.command';

export class RecordObservationsDto extends createZodDto(recordObservationsBody) {}

@ApiTags('instruments')
@Controller('v1/instruments/:ref/observations')
export class RecordObservationsRoute {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @ApiCommand({
    summary: 'Record figures observed of an instrument',
    description: 'Implied moves, prices outside trading hours, short interest. All of them are stored, or none.',
    body: RecordObservationsDto,
    example: {
      observations: [
        { kind: 'impliedMove', at: '2026-02-05T20:55:00Z', value: 0.071, unit: 'fraction', source: 'options desk' },
      ],
    },
  })
  async post(
    @Param('ref') ref: string,
    @Body() body: RecordObservationsDto,
    @Context() context: CommandContext,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ReceiptBody> {
    return sendReceipt(await this.commands.execute(new RecordObservations(ref, body, context)), response);
  }
}
