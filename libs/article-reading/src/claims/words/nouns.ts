import { phrases, wordSet } from './tokens';

/** What a tape is of. */
export const stockNouns = wordSet('shares stock stocks adrs adr adss equity share');

/** Figures of companies and economies that no tape holds: what is said of them is no claim of ours. */
export const otherFigures = wordSet(`
  revenue revenues sales profit profits income earnings margin margins cost costs expense expenses spending capex
  expenditure expenditures outlays orders bookings users subscribers customers members deliveries shipments output
  production inflation unemployment yield yields rate rates tariff tariffs futures oil gold silver crude bitcoin ether
  index indexes indices nasdaq dow s&p ftse nikkei dax benchmark demand traffic volume volumes backlog cash flow flows
  guidance forecast forecasts dividend dividends growth workforce headcount jobs wages prices target targets dollar euro
  yen pound yuan rupee downloads views eps economy gdp fund funds etf etfs bond bonds treasury treasurys treasuries
  estimates estimate expectations premium premiums loans deposits assets debt inventories inventory capacity spread
  spreads interest exports imports rents salaries pay bonus bonuses ebitda consumption usage ratio stake stakes holding
  holdings donations budget volatility vix odds probability popularity ratings rating turnover receipts commodity
  commodities coin token tokens crypto cryptocurrency tokenized tokenised preferred leveraged inverse warrant warrants unit units division segment business businesses`);

/** Others, told by how they stand to the one named: "a rival's shares" are nobody's that we know. */
export const others = wordSet(
  'latter former rival rivals peer peers competitor competitors supplier suppliers partner partners customer sector industry group megacaps subsidiary parent backer backers owner owners investor investors',
);

/** Of "its market value": what a market capitalisation is called. */
export const marketValuePhrases = phrases(
  'stock market value|market value|market cap|market capitalization|market capitalisation|market valuation|shareholder value|shareholder wealth|stock market wealth|equity value|share value|market worth',
);

/** Words between a subject and its verb, or around it, that say nothing of whose a figure is. */
export const fillers = wordSet(`
  the a an its their his her this that these those has have had been is are was were be being also then since just
  still already again now even only and or but while as after before though although yet so meanwhile both each all
  each further sharply steeply slightly modestly briefly initially later earlier early late eventually finally
  immediately promptly nearly almost roughly about quickly steadily gradually on in at for over by of to up down
  more than as much some once twice do did does on's day days session sessions week weeks month months year years
  today yesterday monday tuesday wednesday thursday friday saturday sunday morning afternoon evening night trading
  january february march april may june july august september october november december jan feb mar apr jun jul aug
  sept sep oct nov dec price prices class closing open close ended closed finished settled overall which who it they
  itself listed traded common ordinary american depositary new york u.s us own itself combined s same time however
  nonetheless instead indeed there quarter when streak run stretch slide slump selloff rout rally losing winning skid
  decline drop loss losses gains gain fall lower higher paring straight consecutive sell off tumble plunge surge jump first second third
  fourth fifth sixth seventh eighth ninth tenth one two three four five six seven eight nine ten eleven twelve
  intraday premarket market pre hours extended one point high low result news opening bell midday during past
  last saw seen suffered posted notched logged recorded marked booked extended extending extends heading headed
  managed little lot big another record fresh their company's 's ' ’`);

/** What is done to a streak or with a price: the verbs between a stock and either. */
export const streakVerbs =
  wordSet(`snap snapped snaps snapping end ended ends ending break broke broken breaking halt halted halting
  extend extended extending stretch stretched riding ride logged logging marked marking notched capped capping suffered
  hit hits reached topped crossed surpassed exceeded touched opened traded trading fetched changed hands rode posted saw
  post set setting score scored record recorded nabbed clinched clinching breached cleared stood sits sat capitalization`);

/** That what follows is not told as something that was. */
export const notTold = wordSet(
  "could may might would should will can must won't wouldn't couldn't expected expects expect likely unlikely poised set forecast forecasts predict predicts predicted projected projects if unless whether hypothetical hypothetically imply implies implied implying upside downside potential potentially target targets anticipate anticipates hope hopes fear fears fearing warn warns warned shall didn't hasn't haven't hadn't isn't wasn't aren't weren't doesn't don't not never without hadnt estimate estimates pricing track pace course",
);
