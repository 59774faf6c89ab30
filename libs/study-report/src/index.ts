/**
 * A study for people: curves as SVG, a report as HTML, tables as text. Pure: text in, text out, the same study always
 * the same bytes.
 */
export type { ReportedStudy, StudiedValue, StudyDocument } from './document';
export { studySvg } from './chart/study-svg';
export { studyHtml } from './html/study-html';
export { studyText } from './text/study-text';
export { testWords, type TestWords } from './words/test-words';
export { coordinate, escaped } from './chart/markup';
export { roundTicks } from './chart/ticks';
export { htmlPage } from './html/page';
export { htmlTable, list, paragraphs } from './html/tags';
export { inColumns } from './text/columns';
export { paragraph } from './text/paragraph';
