import { Body, Controller, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { createZodDto } from 'nestjs-zod';
import type { CommandContext } from '@streakline/event-store';
import { ApiCommand, Context, type ReceiptBody, sendReceipt } from '@streakline/web-api';
import { AddClaim, claimBody, CorrectClaim, WithdrawClaim, withdrawClaimBody } from './claim-commands';

export class ClaimDto extends createZodDto(claimBody) {}
export class WithdrawClaimDto extends createZodDto(withdrawClaimBody) {}

const example = {
  subject: { instrument: 'XNAS:AMZN' },
  direction: 'down',
  change: {
    of: 'price',
    unit: 'fraction',
    figure: { value: 0.056, wording: 'plain', resolution: 0.001 },
    measured: 'close',
  },
  span: { is: 'session', on: '2026-02-06' },
  reason: 'the reading missed it',
};

@ApiTags('articles')
@Controller('v1/articles/:id/claims')
export class ArticleClaimsRoute {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @ApiCommand({ summary: 'Add a claim that the reading missed', body: ClaimDto, example })
  async add(
    @Param('id') id: string,
    @Body() body: ClaimDto,
    @Context() context: CommandContext,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ReceiptBody> {
    return sendReceipt(await this.commands.execute(new AddClaim(id, body, context)), response);
  }

  @Post(':claimId')
  @ApiCommand({
    summary: 'Correct a claim that was misread',
    description: 'The whole claim as it should stand; only its quotation stays where none is given.',
    body: ClaimDto,
    example,
  })
  async correct(
    @Param('id') id: string,
    @Param('claimId') claimId: string,
    @Body() body: ClaimDto,
    @Context() context: CommandContext,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ReceiptBody> {
    return sendReceipt(await this.commands.execute(new CorrectClaim(id, claimId, body, context)), response);
  }

  @Post(':claimId/withdrawal')
  @ApiCommand({
    summary: 'Withdraw a claim that the article does not make',
    body: WithdrawClaimDto,
    example: { reason: 'a forecast, not a report' },
  })
  async withdraw(
    @Param('id') id: string,
    @Param('claimId') claimId: string,
    @Body() body: WithdrawClaimDto,
    @Context() context: CommandContext,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ReceiptBody> {
    return sendReceipt(await this.commands.execute(new WithdrawClaim(id, claimId, body, context)), response);
  }
}
