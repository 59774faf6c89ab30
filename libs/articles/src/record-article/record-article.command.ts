import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import { MOST_CHARACTERS } from '@streakline/article-reading';
import { dateSchema, instantSchema } from '@streakline/events';
import type { CommandContext, CommandReceipt, Refusal } from '@streakline/event-store';

export const recordArticleBody = z.strictObject({
  text: z
    .string()
    .min(1)
    .max(MOST_CHARACTERS)
    .describe(
      'Markdown, with or without YAML front matter, or HTML. It is read and not kept, but for short quotations',
    ),
  format: z.enum(['markdown', 'html']).optional().describe('Absent: told by the text itself'),
  url: z
    .url({ protocol: /^https?$/ })
    .max(2_000)
    .optional()
    .describe('Its address, the natural key; else the text is'),
  title: z.string().trim().min(1).max(500).optional(),
  publisher: z.string().trim().min(1).max(200).optional(),
  publishedAt: instantSchema.optional().describe('When it was published, where it does not say so itself'),
  publishedOn: dateSchema.optional().describe('The date, where the instant is not known'),
  instruments: z
    .array(z.string().trim().min(1).max(40))
    .max(20)
    .optional()
    .describe(
      'Whom it is about, where its own links, tickers and names do not tell: ids, or MIC:SYMBOL; the main one first',
    ),
});
export type RecordArticleBody = z.infer<typeof recordArticleBody>;

/** Read an article and record what it says. Natural key: its address, else its text. */
export class RecordArticle extends Command<CommandReceipt | Refusal> {
  constructor(
    readonly body: RecordArticleBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
