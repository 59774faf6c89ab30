import { Body, Controller, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { createZodDto } from 'nestjs-zod';
import type { CommandContext } from '@streakline/event-store';
import { ApiCommand, Context, type ReceiptBody, sendReceipt } from '@streakline/web-api';
import { ClassifyInstrument, classifyInstrumentBody } from './classify-instrument.command';

export class ClassifyInstrumentDto extends createZodDto(classifyInstrumentBody) {}

@ApiTags('instruments')
@Controller('v1/instruments/:ref/sectors')
export class ClassifyInstrumentRoute {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @ApiCommand({
    summary: 'Put an instrument in a sector, from a date on',
    description: 'Studies select by the sector in force on day 0.',
    body: ClassifyInstrumentDto,
    example: { scheme: 'GICS', code: '25503030', name: 'Broadline Retail', from: '2023-03-20' },
  })
  async post(
    @Param('ref') ref: string,
    @Body() body: ClassifyInstrumentDto,
    @Context() context: CommandContext,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ReceiptBody> {
    return sendReceipt(await this.commands.execute(new ClassifyInstrument(ref, body, context)), response);
  }
}
