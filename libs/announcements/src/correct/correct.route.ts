import { Body, Controller, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { createZodDto } from 'nestjs-zod';
import type { CommandContext } from '@streakline/event-store';
import { ApiCommand, Context, type ReceiptBody, sendReceipt } from '@streakline/web-api';
import { Correct, correctBody } from './correct.command';

export class CorrectDto extends createZodDto(correctBody) {}

@ApiTags('announcements')
@Controller('v1/announcements/:id/corrections')
export class CorrectRoute {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @ApiCommand({
    summary: 'Correct what is on record',
    description: "The record was wrong: the fields given replace it. The id may be an amendment's.",
    body: CorrectDto,
    example: { reason: 'It was public before the open.', announcedOn: '2026-02-27', timing: 'preMarket' },
  })
  async post(
    @Param('id') id: string,
    @Body() body: CorrectDto,
    @Context() context: CommandContext,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ReceiptBody> {
    return sendReceipt(await this.commands.execute(new Correct(id, body, context)), response);
  }
}
