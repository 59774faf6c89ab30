/** What a column of a calendar may hold, and the names by which it goes, in small letters and digits alone. */
const names = {
  symbol: ['symbol', 'ticker', 'tickersymbol', 'actsymbol', 'code', 'stock', 'sym', 'instrument'],
  exchange: ['exchange', 'mic', 'market', 'exchangename'],
  company: ['company', 'companyname', 'companyshortname', 'name', 'security'],
  date: [
    'date',
    'reportdate',
    'reporteddate',
    'earningsdate',
    'announcementdate',
    'announceddate',
    'announcedon',
    'releasedate',
    'startdatetime',
    'eventstartdate',
    'eventdate',
    'datetime',
    'earningsreportdate',
    'scheduledon',
  ],
  time: [
    'time',
    'when',
    'hour',
    'timing',
    'reporttime',
    'earningstime',
    'earningscalltime',
    'calltime',
    'timeoftheday',
    'timeofday',
    'beforeaftermarket',
    'session',
    'startdatetimetype',
    'releasetime',
    'announcementtime',
    'bmoamc',
    'amcbmo',
    'markettime',
  ],
  kind: ['kind', 'eventtype', 'announcementkind'],
  period: ['period', 'fiscalperiod', 'eventname', 'event'],
  quarter: ['quarter', 'fiscalquarter', 'fq'],
  year: ['year', 'fiscalyear', 'periodyear', 'fy'],
  fiscalEnd: [
    'fiscaldateending',
    'fiscalquarterending',
    'fiscalenddate',
    'fiscalend',
    'fiscalperiodend',
    'fiscalperiodending',
    'periodending',
    'periodend',
    'quarterending',
  ],
  currency: ['currency', 'reportedcurrency', 'currencycode'],
  basis: ['basis', 'epstype', 'epsbasis'],
  epsEstimate: [
    'epsestimate',
    'epsestimated',
    'estimatedeps',
    'epsest',
    'epsforecast',
    'epsconsensus',
    'consensusepsforecast',
    'consensuseps',
    'epsmean',
    'expectedeps',
    'epsexpected',
    'estimate',
    'forecast',
    'consensus',
  ],
  epsActual: ['epsactual', 'actualeps', 'reportedeps', 'epsreported', 'eps', 'actual', 'reported'],
  epsPrior: ['epsprior', 'prioreps', 'lastyeareps', 'lastyearseps', 'epsprevious', 'previouseps'],
  revenueEstimate: [
    'revenueestimate',
    'revenueestimated',
    'estimatedrevenue',
    'revenueest',
    'revenueforecast',
    'revenueconsensus',
    'consensusrevenue',
    'salesestimate',
  ],
  revenueActual: ['revenueactual', 'actualrevenue', 'reportedrevenue', 'revenue', 'salesactual', 'sales'],
  revenuePrior: ['revenueprior', 'priorrevenue', 'revenueprevious', 'previousrevenue'],
} as const;

export type CalendarField = keyof typeof names;

/** The fields that `--columns` may name. */
export const calendarFields = Object.keys(names) as readonly CalendarField[];

const fieldByName = new Map<string, CalendarField>(
  calendarFields.flatMap((field) => names[field].map((name) => [name, field] as const)),
);

/** What a column of this heading holds, whatever its capitals, blanks and brackets; undefined: nothing that is read. */
export function fieldOfHeading(heading: string): CalendarField | undefined {
  // A per cent sign tells a surprise in per cent from figures: such a column is none of them.
  if (heading.includes('%') || heading.length > MOST_OF_A_HEADING) return undefined;
  return fieldByName.get(bare(heading)) ?? fieldByName.get(bare(heading.replace(brackets, '')));
}

/** What a heading says in brackets: the zone in "Time (ET)". */
export function inBrackets(heading: string): string {
  return brackets.exec(heading.slice(0, MOST_OF_A_HEADING))?.[1]?.trim() ?? '';
}

const MOST_OF_A_HEADING = 100;
const brackets = /[([]([^()[\]]*)[)\]]/;

function bare(heading: string): string {
  return heading.toLowerCase().replace(/[^a-z0-9]/g, '');
}

export function isCalendarField(text: string): text is CalendarField {
  return text in names;
}
