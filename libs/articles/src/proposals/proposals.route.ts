import { Body, Controller, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { createZodDto } from 'nestjs-zod';
import type { CommandContext } from '@streakline/event-store';
import { ApiCommand, Context, type ReceiptBody, sendReceipt } from '@streakline/web-api';
import { AcceptProposal, acceptProposalBody, DismissProposal, dismissProposalBody } from './proposal-commands';

export class AcceptProposalDto extends createZodDto(acceptProposalBody) {}
export class DismissProposalDto extends createZodDto(dismissProposalBody) {}

@ApiTags('articles')
@Controller('v1/articles/:id/proposals/:proposalId')
export class ProposalsRoute {
  constructor(private readonly commands: CommandBus) {}

  @Post('acceptance')
  @ApiCommand({
    summary: 'Accept an announcement that an article tells',
    description:
      'Records the announcement with the proposed terms, or names the one on record that it is. Answers with its id.',
    body: AcceptProposalDto,
    example: { terms: { timing: 'preMarket', announcedOn: '2026-02-27' } },
  })
  async accept(
    @Param('id') id: string,
    @Param('proposalId') proposalId: string,
    @Body() body: AcceptProposalDto,
    @Context() context: CommandContext,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ReceiptBody> {
    return sendReceipt(await this.commands.execute(new AcceptProposal(id, proposalId, body, context)), response);
  }

  @Post('dismissal')
  @ApiCommand({
    summary: 'Dismiss an announcement that an article does not tell',
    body: DismissProposalDto,
    example: { reason: 'a rumour' },
  })
  async dismiss(
    @Param('id') id: string,
    @Param('proposalId') proposalId: string,
    @Body() body: DismissProposalDto,
    @Context() context: CommandContext,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ReceiptBody> {
    return sendReceipt(await this.commands.execute(new DismissProposal(id, proposalId, body, context)), response);
  }
}
