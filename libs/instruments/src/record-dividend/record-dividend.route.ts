import { Body, Controller, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { createZodDto } from 'nestjs-zod';
import type { CommandContext } from '@streakline/event-store';
import { ApiCommand, Context, type ReceiptBody, sendReceipt } from '@streakline/web-api';
import { RecordDividend, recordDividendBody } from './record-dividend.command';

export class RecordDividendDto extends createZodDto(recordDividendBody) {}

@ApiTags('instruments')
@Controller('v1/instruments/:ref/dividends')
export class RecordDividendRoute {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @ApiCommand({
    summary: 'Record a cash dividend',
    body: RecordDividendDto,
    example: { exDate: '2025-03-21', amount: 1.696 },
  })
  async post(
    @Param('ref') ref: string,
    @Body() body: RecordDividendDto,
    @Context() context: CommandContext,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ReceiptBody> {
    return sendReceipt(await this.commands.execute(new RecordDividend(ref, body, context)), response);
  }
}
