import type { AnnouncementKind } from './kinds';

interface Item {
  readonly title: string;
  readonly kind: AnnouncementKind;
}

/**
 * The items of Form 8-K since 2004-08-23 (Release 33-8400, with those added since), and the kind of announcement that each
 * makes: results are earnings; agreements entered, ended or completed, and changes in control, deals; debts taken up and
 * shares sold, funding; directors and officers, leadership; delisting notices and accounts that cannot be relied upon,
 * regulatory; Regulation FD, and whatever an issuer chooses to tell, other.
 */
const ITEMS: Readonly<Record<string, Item>> = {
  '1.01': { title: 'Entry into a Material Definitive Agreement', kind: 'deal' },
  '1.02': { title: 'Termination of a Material Definitive Agreement', kind: 'deal' },
  '1.03': { title: 'Bankruptcy or Receivership', kind: 'other' },
  '1.04': { title: 'Mine Safety - Reporting of Shutdowns and Patterns of Violations', kind: 'regulatory' },
  '1.05': { title: 'Material Cybersecurity Incidents', kind: 'other' },
  '2.01': { title: 'Completion of Acquisition or Disposition of Assets', kind: 'deal' },
  '2.02': { title: 'Results of Operations and Financial Condition', kind: 'earnings' },
  '2.03': { title: 'Creation of a Direct Financial Obligation', kind: 'funding' },
  '2.04': { title: 'Triggering Events That Accelerate or Increase a Direct Financial Obligation', kind: 'other' },
  '2.05': { title: 'Costs Associated with Exit or Disposal Activities', kind: 'other' },
  '2.06': { title: 'Material Impairments', kind: 'other' },
  '3.01': { title: 'Notice of Delisting or Failure to Satisfy a Continued Listing Rule', kind: 'regulatory' },
  '3.02': { title: 'Unregistered Sales of Equity Securities', kind: 'funding' },
  '3.03': { title: 'Material Modification to Rights of Security Holders', kind: 'other' },
  '4.01': { title: "Changes in Registrant's Certifying Accountant", kind: 'other' },
  '4.02': { title: 'Non-Reliance on Previously Issued Financial Statements', kind: 'regulatory' },
  '5.01': { title: 'Changes in Control of Registrant', kind: 'deal' },
  '5.02': {
    title: 'Departure of Directors or Certain Officers; Election of Directors; Appointment of Certain Officers',
    kind: 'leadership',
  },
  '5.03': { title: 'Amendments to Articles of Incorporation or Bylaws; Change in Fiscal Year', kind: 'other' },
  '5.04': { title: "Temporary Suspension of Trading Under Registrant's Employee Benefit Plans", kind: 'other' },
  '5.05': { title: "Amendments to the Registrant's Code of Ethics", kind: 'other' },
  '5.06': { title: 'Change in Shell Company Status', kind: 'other' },
  '5.07': { title: 'Submission of Matters to a Vote of Security Holders', kind: 'other' },
  '5.08': { title: 'Shareholder Director Nominations', kind: 'other' },
  '6.01': { title: 'ABS Informational and Computational Material', kind: 'other' },
  '6.02': { title: 'Change of Servicer or Trustee', kind: 'other' },
  '6.03': { title: 'Change in Credit Enhancement or Other External Support', kind: 'other' },
  '6.04': { title: 'Failure to Make a Required Distribution', kind: 'other' },
  '6.05': { title: 'Securities Act Updating Disclosure', kind: 'other' },
  '7.01': { title: 'Regulation FD Disclosure', kind: 'other' },
  '8.01': { title: 'Other Events', kind: 'other' },
  '9.01': { title: 'Financial Statements and Exhibits', kind: 'other' },
};

/** The items of before, which forms of that time carry for ever. */
const OLD_ITEMS: Readonly<Record<string, Item>> = {
  '1': { title: 'Changes in Control of Registrant', kind: 'deal' },
  '2': { title: 'Acquisition or Disposition of Assets', kind: 'deal' },
  '3': { title: 'Bankruptcy or Receivership', kind: 'other' },
  '4': { title: "Changes in Registrant's Certifying Accountant", kind: 'other' },
  '5': { title: 'Other Events', kind: 'other' },
  '6': { title: "Resignations of Registrant's Directors", kind: 'leadership' },
  '7': { title: 'Financial Statements and Exhibits', kind: 'other' },
  '8': { title: 'Change in Fiscal Year', kind: 'other' },
  '9': { title: 'Regulation FD Disclosure', kind: 'other' },
  '10': { title: "Amendments to the Registrant's Code of Ethics", kind: 'other' },
  '11': { title: "Temporary Suspension of Trading Under Registrant's Employee Benefit Plans", kind: 'other' },
  '12': { title: 'Results of Operations and Financial Condition', kind: 'earnings' },
};

/** The strongest first: of several items the first kind that one of them makes is the filing's. */
const STRENGTH: readonly AnnouncementKind[] = ['earnings', 'deal', 'leadership', 'funding', 'regulatory'];

/** The kind of an announcement that an 8-K with these items is: the strongest of theirs. */
export function kindOfItems(items: readonly string[]): AnnouncementKind {
  const kinds = new Set(items.map((item) => itemOf(item)?.kind));
  return STRENGTH.find((kind) => kinds.has(kind)) ?? 'other';
}

/** What an item is about, in the words of the form; undefined for one that there is not. */
export function titleOfItem(item: string): string | undefined {
  return itemOf(item)?.title;
}

/** The item of a title, which headers write out in full, at length, and with small differences. */
export function itemTitled(title: string): string | undefined {
  const words = lettersOf(title);
  if (words.length < 8) return undefined;
  return Object.keys(ITEMS).find((item) => isTitle(words, lettersOf(ITEMS[item]?.title ?? '')));
}

/** Whether an item only carries papers for the others. */
export function isExhibits(item: string): boolean {
  return item === '9.01' || item === '7';
}

function itemOf(item: string): Item | undefined {
  return ITEMS[item] ?? OLD_ITEMS[item];
}

/** Titles end in many ways, and begin in one. */
function isTitle(words: string, title: string): boolean {
  const begin = Math.min(20, title.length);
  return words.slice(0, begin) === title.slice(0, begin);
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^a-z]/g, '');
}
