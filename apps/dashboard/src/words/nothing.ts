/** What is not known. Read aloud as "not known" by those who draw it. */
export const NOTHING = '–';
