import { Body, Controller, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { createZodDto } from 'nestjs-zod';
import type { CommandContext } from '@streakline/event-store';
import { ApiCommand, Context, type ReceiptBody, sendReceipt } from '@streakline/web-api';
import { ScheduleAnnouncement, scheduleAnnouncementBody } from './schedule-announcement.command';

export class ScheduleAnnouncementDto extends createZodDto(scheduleAnnouncementBody) {}

@ApiTags('instruments')
@Controller('v1/instruments/:ref/scheduled-announcements')
export class ScheduleAnnouncementRoute {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @ApiCommand({
    summary: 'Record when an announcement is to come',
    description:
      'The word known last on a kind and period holds. Only what is still to come when it is said can be scheduled.',
    body: ScheduleAnnouncementDto,
    example: {
      kind: 'earnings',
      period: '2026-Q1',
      scheduledOn: '2026-04-30',
      timing: 'afterClose',
      source: 'the issuer',
      knownAt: '2026-04-02T20:30:00Z',
    },
  })
  async post(
    @Param('ref') ref: string,
    @Body() body: ScheduleAnnouncementDto,
    @Context() context: CommandContext,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ReceiptBody> {
    return sendReceipt(await this.commands.execute(new ScheduleAnnouncement(ref, body, context)), response);
  }
}
