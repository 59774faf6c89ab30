/** What a generated market was given on purpose, so that a test, a study or a strategy can be asked to find it. */
export const planted = {
  /**
   * What an earnings surprise of one standard deviation moves the price by on day 0, and what it goes on to move it by,
   * spread evenly over the sessions after day 0, between their opens and closes. Log returns; surprises are standard
   * normal, cut at three, and negative ones do the same downwards.
   */
  earnings: { day0: 0.03, drift: 0.02, driftSessions: 20, mostSurprise: 3 },
  /** A surprise of one standard deviation, as a share of the expected earnings per share. */
  surpriseShare: 0.1,
  /** Of the index, daily log returns. Companies follow it with betas from 0.5 to 1.5. */
  market: { drift: 0.0003, sd: 0.01 },
  /** Daily, what the companies of an industry share beside it. */
  industrySd: 0.006,
  /** Daily, of each company's own returns. */
  ownSd: { least: 0.01, most: 0.025 },
  /** Chances of a company a year to be bought, and to fail. */
  endings: { acquisition: 0.02, failure: 0.01 },
} as const;
