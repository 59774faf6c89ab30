/**
 * Brings an issuer's files from EDGAR to a folder, as its rules want it: with a contact, at most eight requests a second,
 * asking for what changed, waiting where it is told to.
 */
export { checkContact } from './contact';
export { EdgarPullError, type EdgarPullErrorCode } from './edgar-pull-error';
export type { MissingFile, PullProgress } from './bringing';
export { type PullOptions, type PulledEdgar, pullEdgar } from './pull-edgar';
