/** Colours on a terminal; the same text without them in a pipe. */
export interface Paint {
  heading(text: string): string;
  dim(text: string): string;
  /** By its sign: losses red, gains green. `text` is a formatted figure. */
  figure(text: string): string;
  verdict(text: string): string;
}

const escape = (code: string) => (text: string) => `\u001b[${code}m${text}\u001b[0m`;
const [bold, dim, red, green, yellow] = ['1', '2', '31', '32', '33'].map(escape) as [
  Colour,
  Colour,
  Colour,
  Colour,
  Colour,
];
type Colour = (text: string) => string;
const same: Colour = (text) => text;

export function paintWith(colours: boolean): Paint {
  if (!colours) return { heading: same, dim: same, figure: same, verdict: same };
  return {
    heading: bold,
    dim,
    figure: (text) => (text.trim().startsWith('-') ? red(text) : text.trim().startsWith('+') ? green(text) : text),
    verdict: (text) =>
      text.startsWith('supported') ? green(text) : text.startsWith('contradicted') ? red(text) : yellow(text),
  };
}
