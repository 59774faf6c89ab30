import { Body, Controller, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { createZodDto } from 'nestjs-zod';
import type { CommandContext } from '@streakline/event-store';
import { ApiCommand, Context, type ReceiptBody, sendReceipt } from '@streakline/web-api';
import { Announce, announceBody } from './announce.command';

export class AnnounceDto extends createZodDto(announceBody) {}

@ApiTags('announcements')
@Controller('v1/announcements')
export class AnnounceRoute {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @ApiCommand({
    summary: 'Record an announcement',
    body: AnnounceDto,
    example: {
      kind: 'deal',
      headline: 'Amazon and OpenAI form a strategic partnership',
      announcedOn: '2026-02-27',
      timing: 'preMarket',
      subjects: [
        { instrument: 'XNAS:AMZN', role: 'issuer' },
        { name: 'OpenAI', role: 'counterparty' },
      ],
      source: 'sec-edgar',
      externalId: '0001104659-26-021050',
      amounts: [{ label: 'Investment, first part', value: 15000000000, currency: 'USD', certainty: 'committed' }],
    },
  })
  async post(
    @Body() body: AnnounceDto,
    @Context() context: CommandContext,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ReceiptBody> {
    return sendReceipt(await this.commands.execute(new Announce(body, context)), response);
  }
}
