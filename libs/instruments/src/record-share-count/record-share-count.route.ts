import { Body, Controller, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { createZodDto } from 'nestjs-zod';
import type { CommandContext } from '@streakline/event-store';
import { ApiCommand, Context, type ReceiptBody, sendReceipt } from '@streakline/web-api';
import { RecordShareCount, recordShareCountBody } from './record-share-count.command';

export class RecordShareCountDto extends createZodDto(recordShareCountBody) {}

@ApiTags('instruments')
@Controller('v1/instruments/:ref/share-counts')
export class RecordShareCountRoute {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @ApiCommand({
    summary: 'Record a share count',
    body: RecordShareCountDto,
    example: { countedOn: '2026-01-28', shares: 10734920870, filedOn: '2026-02-06', source: '10-K, cover page' },
  })
  async post(
    @Param('ref') ref: string,
    @Body() body: RecordShareCountDto,
    @Context() context: CommandContext,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ReceiptBody> {
    return sendReceipt(await this.commands.execute(new RecordShareCount(ref, body, context)), response);
  }
}
