/*
 * Chromium under the C locale calls its language `en-US@posix`, which Intl refuses as a tag; uPlot asks Intl for numbers in
 * that language while it loads. Import this before uPlot.
 */
const { language } = navigator;
if (language.includes('@')) {
  Object.defineProperty(navigator, 'language', { value: language.split('@')[0], configurable: true });
}
