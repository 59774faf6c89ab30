/** What announcements on record are told apart by, as the command line and the API name it. */
export const groupTraits = [
  'kind',
  'role',
  'timing',
  'period',
  'sector',
  'instrument',
  'year',
  'streakAtBase',
] as const;
