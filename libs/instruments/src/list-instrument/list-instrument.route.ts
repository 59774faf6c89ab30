import { Body, Controller, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { createZodDto } from 'nestjs-zod';
import type { CommandContext } from '@streakline/event-store';
import { ApiCommand, Context, type ReceiptBody, sendReceipt } from '@streakline/web-api';
import { ListInstrument, listInstrumentBody } from './list-instrument.command';

export class ListInstrumentDto extends createZodDto(listInstrumentBody) {}

@ApiTags('instruments')
@Controller('v1/instruments')
export class ListInstrumentRoute {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @ApiCommand({
    summary: 'List an instrument',
    body: ListInstrumentDto,
    example: {
      symbol: 'AMZN',
      mic: 'XNAS',
      name: 'Amazon.com, Inc.',
      currency: 'USD',
      cik: '0001018724',
      benchmarks: [{ ref: 'ARCX:SPY', role: 'market' }],
    },
  })
  async post(
    @Body() body: ListInstrumentDto,
    @Context() context: CommandContext,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ReceiptBody> {
    return sendReceipt(await this.commands.execute(new ListInstrument(body, context)), response);
  }
}
