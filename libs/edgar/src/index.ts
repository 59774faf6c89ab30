/**
 * What EDGAR's files say, and what that means: submissions with their pages, companyfacts, headers of filings, covers;
 * when each filing was public, and how sure that is; which announcements, amendments and share counts they make.
 */
export { EdgarFileError, type EdgarFileErrorCode } from './edgar-file-error';
export { accessionIn, accessionOfPath, archiveUrl, cikOf, isAccession } from './accession';
export type { RefusedEntry } from './refused-entry';
export type { Filing, ReadFilings } from './submissions/filing';
export { type PageName, readPage, readSubmissions, type Submissions } from './submissions/read-submissions';
export { readIssuerFile } from './submissions/read-issuer-file';
export { type CoverCounts, readCover } from './cover/read-cover';
export { type CoverCount, readShareCounts, type ShareCounts } from './facts/read-share-counts';
export { type FilingHeader, readHeader } from './header/read-header';
export { kindOfItems, titleOfItem } from './items/items';
export type { AnnouncementKind } from './items/kinds';
export { isBusinessDay, isFederalHoliday, nextBusinessDay } from './times/business-days';
export { type Publication, publicationOf, type TimeConflict } from './times/publication';
export { type ClockEvidence, clockEvidence, type FilingClock } from './times/filing-clock';
export { type FilingTime, filingTime, type TimeCertainty } from './times/filing-time';
export { instantOf, newYorkTimeOf, type NewYorkTime } from './times/new-york';
export type { EdgarPlan, PlannedAmendment, PlannedAnnouncement, PlannedCount, PlanOptions } from './plan/plan';
export { isCurrentReport, type IssuerFiles, planIssuer, wantsHeader } from './plan/plan-issuer';
export { EDGAR_PUBLISHER } from './plan/public-moment';
export { type PressRelease, readPressReleases } from './plan/press-releases';
