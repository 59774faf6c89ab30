import { type Command, Option } from 'commander';
import { withStorage } from '../../projections/with-storage';
import type { ImportArticleOptions } from './import-article';

export function addImportArticle(imports: Command): void {
  withStorage(imports.command('article'))
    .description('read an article, record what it claims about a stock, and say what the tape says to that')
    .argument('<file>', 'Markdown (with YAML front matter or not) or HTML; - is standard input')
    .addOption(new Option('--format <name>', 'where the text does not tell it by itself').choices(['markdown', 'html']))
    .option('--url <address>', 'where it was published, which it is known by')
    .option('--title <text>', 'where it does not say so itself')
    .option('--publisher <name>', 'where it does not say so itself')
    .option('--published <when>', 'an instant (2026-02-27T22:38:27Z) or a date (2026-02-27), where it does not say so')
    .option('--instrument <ref...>', 'whom it is about, where it does not tell: ids or MIC:SYMBOL, the main one first')
    .option('--json', 'one JSON document: the article, its claims with their verdicts, its announcements')
    .addHelpText('after', details)
    .action(async (file: string, options: ImportArticleOptions) =>
      (await import('./import-article')).importArticle(file, options),
    );
}

const details = `
Its text is not kept: only short quotations with their places. What was misread is put right over HTTP
(POST /v1/articles/{id}/claims/...), and the announcements that it tells are recorded once somebody accepts them.
The same article again changes nothing. docs/guides/articles.md says what is read, docs/guides/claims.md how it is judged.

Examples:
  streakline import article report.md
  curl -s https://news.example/report.html | streakline import article - --url https://news.example/report.html --json`;
