import { Body, Controller, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { createZodDto } from 'nestjs-zod';
import type { CommandContext } from '@streakline/event-store';
import { ApiCommand, Context, type ReceiptBody, sendReceipt } from '@streakline/web-api';
import { RecordUnit, recordUnitBody } from './record-unit.command';

export class RecordUnitDto extends createZodDto(recordUnitBody) {}

@ApiTags('instruments')
@Controller('v1/instruments/:ref/units')
export class RecordUnitRoute {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @ApiCommand({
    summary: 'Record what one traded unit is, and what its prices are given in',
    description: 'What it leaves out stays as it was told for the same date.',
    body: RecordUnitDto,
    example: { priceUnit: { name: 'GBX', perCurrency: 100 } },
  })
  async post(
    @Param('ref') ref: string,
    @Body() body: RecordUnitDto,
    @Context() context: CommandContext,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ReceiptBody> {
    return sendReceipt(await this.commands.execute(new RecordUnit(ref, body, context)), response);
  }
}
