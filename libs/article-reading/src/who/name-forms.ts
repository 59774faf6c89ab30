/** Legal forms, and what exchanges add to a company's name. */
const LEGAL_FORM =
  /(?:,? (?:inc|incorporated|corp|corporation|company|co|ltd|limited|plc|s\.?a|ag|se|n\.?v|holdings?|group|lp|llc|common stock|ordinary shares|class [a-c]|cl [a-c]|ads|adr)\.?)+$/i;

/** What follows a name in a text where it has its legal form: sure to be a company's name. */
export const LEGAL_FORM_BEHIND =
  /^,? (?:Inc|Incorporated|Corp|Corporation|Co|Company|Ltd|Limited|PLC|plc|AG|SE|N\.V|Holdings?|Group|LLC)\b/;

/** English words that are companies' names too: alone at the beginning of a sentence they may be words. */
const WORDS = new Set(
  `target apple visa gap shell block match unity progressive meta square snap chase discover best southern public
  general national american first global key sprint dish carnival express limited box root toast wise ally citizens
  regions fortune universal standard international united delta eagle crown ball waters church pool dollar service
  energy power wind sun trade hood gold silver copper coach under cat monster news fox paramount people team frontier
  spirit southwest focus vital core range comfort cable life health human wolf tiger`.split(/\s+/),
);

/** The names that a text uses for a company: as it is on record, without its legal form, without ".com". */
export function nameForms(name: string): readonly string[] {
  const bare = name.replace(/^the /i, '').replace(/\s+/g, ' ').trim();
  const short = bare.replace(LEGAL_FORM, '').replace(/ (?:&|and)$/, '');
  return [...new Set([bare, short, short.replace(/\.com$/i, '')])].filter((form) => form.length > 1);
}

/** Whether a name may be an ordinary word. */
export function isWord(form: string): boolean {
  return WORDS.has(form.toLowerCase());
}
