import { Body, Controller, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { createZodDto } from 'nestjs-zod';
import type { CommandContext } from '@streakline/event-store';
import { ApiCommand, Context, type ReceiptBody, sendReceipt } from '@streakline/web-api';
import { RecordDelisting, recordDelistingBody } from './record-delisting.command';

export class RecordDelistingDto extends createZodDto(recordDelistingBody) {}

@ApiTags('instruments')
@Controller('v1/instruments/:ref/delistings')
export class RecordDelistingRoute {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @ApiCommand({
    summary: 'Record a delisting',
    description:
      'Bars, splits, dividends and distributions of later sessions are refused from then on. A later word (with its announcedOn) replaces an earlier one.',
    body: RecordDelistingDto,
    example: { lastSession: '2022-10-27', reason: 'acquisition', cashPerShare: 54.2, announcedOn: '2022-10-27' },
  })
  async post(
    @Param('ref') ref: string,
    @Body() body: RecordDelistingDto,
    @Context() context: CommandContext,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ReceiptBody> {
    return sendReceipt(await this.commands.execute(new RecordDelisting(ref, body, context)), response);
  }
}
