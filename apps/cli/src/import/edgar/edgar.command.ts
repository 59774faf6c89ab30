import { type Command, InvalidArgumentError, Option } from 'commander';
import { announcementKinds } from '@streakline/events';
import { withStorage } from '../../projections/with-storage';
import type { ImportEdgarOptions } from './import-edgar';

export function addImportEdgar(imports: Command): void {
  withStorage(imports.command('edgar'))
    .description('record what filings told: 8-K as announcements, 8-K/A as amendments, share counts of covers')
    .argument('<path...>', 'folders, zips, or files of data.sec.gov and sec.gov/Archives')
    .option('--instrument <ref>', 'the files are of its issuer: an id, or MIC:SYMBOL (default: by CIK, then by ticker)')
    .option('--kinds <list>', 'only announcements of these kinds, such as earnings,deal', parseKinds)
    .addOption(
      new Option(
        '--times <clock>',
        'what acceptanceDateTime is, where no header tells (default: as the filings that can be read in one way only)',
      ).choices(['newYork', 'utc']),
    )
    .option('--sources <file>', 'JSON list of earlier public sources: accession, url, publishedAt, publisher')
    .option('--dry-run', 'tell what would be recorded, and record nothing')
    .option('--json', 'one JSON document about what was recorded, filing by filing')
    .addHelpText('after', details)
    .action(async (paths: string[], options: ImportEdgarOptions) =>
      (await import('./import-edgar')).importEdgarFiles(paths, options),
    );
}

function parseKinds(text: string): readonly string[] {
  const kinds = text.split(',').map((kind) => kind.trim());
  const unknown = kinds.find((kind) => !announcementKinds.some((known) => known === kind));
  if (unknown === undefined) return kinds;
  throw new InvalidArgumentError(`"${unknown}" is no kind: ${announcementKinds.join(', ')}.`);
}

const details = `
Reads submissions (CIK##########.json) with their further pages, companyfacts (CIK##########.json), headers of filings
(<accession>.hdr.sgml, .txt, -index.html) and covers in XBRL (<accession>_htm.xml), wherever they lie in the folder, and
bulk zips without unpacking them. When a filing was public is known by its header; without headers it is said how sure
the times are: docs/guides/edgar.md. \`streakline pull edgar\` fetches the files.

Examples:
  streakline import edgar ./edgar --dry-run
  streakline import edgar ./edgar/submissions/CIK0001018724.json --instrument XNAS:AMZN --kinds earnings,deal`;
