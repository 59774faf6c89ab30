import type { Command } from 'commander';
import { addImportArticle } from './article/article.command';
import { addImportCalendar } from './calendar/calendar.command';
import { addImportEdgar } from './edgar/edgar.command';
import { addImportPrices } from './prices/prices.command';

/** What people arrive with: files of their vendors, filings, calendars, articles. One command each. */
export function addImport(program: Command): void {
  const imports = program.command('import').description('take in what others wrote: price files, filings, articles');
  addImportPrices(imports);
  addImportEdgar(imports);
  addImportCalendar(imports);
  addImportArticle(imports);
}
