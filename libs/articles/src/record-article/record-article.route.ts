import { Body, Controller, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { createZodDto } from 'nestjs-zod';
import type { CommandContext } from '@streakline/event-store';
import { ApiCommand, Context, type ReceiptBody, sendReceipt } from '@streakline/web-api';
import { RecordArticle, recordArticleBody } from './record-article.command';

export class RecordArticleDto extends createZodDto(recordArticleBody) {}

@ApiTags('articles')
@Controller('v1/articles')
export class RecordArticleRoute {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @ApiCommand({
    summary: 'Read an article',
    description:
      'Finds the instruments that it means, the announcements that it tells (as proposals) and the claims about the tape that it makes. Its text is not kept, only short quotations. The same address with another text is read again.',
    body: RecordArticleDto,
    example: {
      text: '---\ntitle: Amazon falls for a ninth day\n---\nShares of Amazon (NASDAQ: AMZN) fell for a ninth straight session on Friday.',
      url: 'https://news.example/amazon-ninth-day',
      publishedAt: '2026-02-13T21:40:00Z',
    },
  })
  async post(
    @Body() body: RecordArticleDto,
    @Context() context: CommandContext,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ReceiptBody> {
    return sendReceipt(await this.commands.execute(new RecordArticle(body, context)), response);
  }
}
