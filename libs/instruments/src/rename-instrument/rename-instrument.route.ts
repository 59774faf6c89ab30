import { Body, Controller, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { createZodDto } from 'nestjs-zod';
import type { CommandContext } from '@streakline/event-store';
import { ApiCommand, Context, type ReceiptBody, sendReceipt } from '@streakline/web-api';
import { RenameInstrument, renameInstrumentBody } from './rename-instrument.command';

export class RenameInstrumentDto extends createZodDto(renameInstrumentBody) {}

@ApiTags('instruments')
@Controller('v1/instruments/:ref/renames')
export class RenameInstrumentRoute {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @ApiCommand({
    summary: 'Rename an instrument, from a session on',
    description: 'Its id stays, and both names resolve for their dates.',
    body: RenameInstrumentDto,
    example: { symbol: 'META', from: '2022-06-09' },
  })
  async post(
    @Param('ref') ref: string,
    @Body() body: RenameInstrumentDto,
    @Context() context: CommandContext,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ReceiptBody> {
    return sendReceipt(await this.commands.execute(new RenameInstrument(ref, body, context)), response);
  }
}
