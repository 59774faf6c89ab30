import { Body, Controller, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { createZodDto } from 'nestjs-zod';
import type { CommandContext } from '@streakline/event-store';
import { ApiCommand, Context, type ReceiptBody, sendReceipt } from '@streakline/web-api';
import { Amend, amendBody } from './amend.command';

export class AmendDto extends createZodDto(amendBody) {}

@ApiTags('announcements')
@Controller('v1/announcements/:id/amendments')
export class AmendRoute {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @ApiCommand({
    summary: "Amend an announcement's terms",
    description: 'A later act, with reactions of its own. What it leaves out stays as it was.',
    body: AmendDto,
    example: {
      announcedAt: '2026-03-02T13:30:00Z',
      amounts: [{ label: 'Investment', value: 20000000000, currency: 'USD', certainty: 'committed' }],
    },
  })
  async post(
    @Param('id') id: string,
    @Body() body: AmendDto,
    @Context() context: CommandContext,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ReceiptBody> {
    return sendReceipt(await this.commands.execute(new Amend(id, body, context)), response);
  }
}
