import { Body, Controller, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { createZodDto } from 'nestjs-zod';
import type { CommandContext } from '@streakline/event-store';
import { ApiCommand, Context, type ReceiptBody, sendReceipt } from '@streakline/web-api';
import { RecordShareClasses, recordShareClassesBody } from './record-share-classes.command';

export class RecordShareClassesDto extends createZodDto(recordShareClassesBody) {}

@ApiTags('instruments')
@Controller('v1/instruments/:ref/share-classes')
export class RecordShareClassesRoute {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @ApiCommand({
    summary: "Record the classes of the issuer's shares",
    description:
      'Told of one listed class it holds for all of them, so that the company is worth the same seen from each.',
    body: RecordShareClassesDto,
    example: {
      shareClass: 'A',
      listed: [{ ref: 'XNAS:GOOG', shareClass: 'C' }],
      unlisted: [{ shareClass: 'B', pricedAs: 'A' }],
    },
  })
  async post(
    @Param('ref') ref: string,
    @Body() body: RecordShareClassesDto,
    @Context() context: CommandContext,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ReceiptBody> {
    return sendReceipt(await this.commands.execute(new RecordShareClasses(ref, body, context)), response);
  }
}
