import { Body, Controller, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { createZodDto } from 'nestjs-zod';
import type { CommandContext } from '@streakline/event-store';
import { ApiCommand, Context, type ReceiptBody, sendReceipt } from '@streakline/web-api';
import { RecordHalt, recordHaltBody } from './record-halt.command';

export class RecordHaltDto extends createZodDto(recordHaltBody) {}

@ApiTags('instruments')
@Controller('v1/instruments/:ref/halts')
export class RecordHaltRoute {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @ApiCommand({
    summary: 'Record a halt of trading, or its end',
    description:
      'The stop is known at `from`, the resumption at `to`. The same `from` sent again with its `to` ends the halt.',
    body: RecordHaltDto,
    example: { from: '2026-02-27T15:04:10Z', to: '2026-02-27T15:34:10Z', reason: 'T1, news pending' },
  })
  async post(
    @Param('ref') ref: string,
    @Body() body: RecordHaltDto,
    @Context() context: CommandContext,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ReceiptBody> {
    return sendReceipt(await this.commands.execute(new RecordHalt(ref, body, context)), response);
  }
}
