import { Body, Controller, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { createZodDto } from 'nestjs-zod';
import type { CommandContext } from '@streakline/event-store';
import { ApiCommand, Context, type ReceiptBody, sendReceipt } from '@streakline/web-api';
import { Retract, retractBody } from './retract.command';

export class RetractDto extends createZodDto(retractBody) {}

@ApiTags('announcements')
@Controller('v1/announcements/:id/retraction')
export class RetractRoute {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @ApiCommand({
    summary: 'Retract an announcement',
    description: 'The record should not stand at all. It has no reactions any more.',
    body: RetractDto,
    example: { reason: 'Recorded twice, under another externalId.' },
  })
  async post(
    @Param('id') id: string,
    @Body() body: RetractDto,
    @Context() context: CommandContext,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ReceiptBody> {
    return sendReceipt(await this.commands.execute(new Retract(id, body, context)), response);
  }
}
