import { Body, Controller, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { createZodDto } from 'nestjs-zod';
import type { CommandContext } from '@streakline/event-store';
import { ApiCommand, Context, type ReceiptBody, sendReceipt } from '@streakline/web-api';
import { RecordSplit, recordSplitBody } from './record-split.command';

export class RecordSplitDto extends createZodDto(recordSplitBody) {}

@ApiTags('instruments')
@Controller('v1/instruments/:ref/splits')
export class RecordSplitRoute {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @ApiCommand({
    summary: 'Record a split',
    body: RecordSplitDto,
    example: { exDate: '2022-06-06', from: 1, to: 20, announcedOn: '2022-03-09' },
  })
  async post(
    @Param('ref') ref: string,
    @Body() body: RecordSplitDto,
    @Context() context: CommandContext,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ReceiptBody> {
    return sendReceipt(await this.commands.execute(new RecordSplit(ref, body, context)), response);
  }
}
