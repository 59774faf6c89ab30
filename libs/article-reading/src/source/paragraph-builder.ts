import type { Link, Paragraph } from '../text/read-text';

/** Puts paragraphs together from pieces of text, white space drawn together as a browser does, with the places of links. */
export class ParagraphBuilder {
  readonly paragraphs: Paragraph[] = [];
  private pieces: string[] = [];
  private length = 0;
  private endsInSpace = true;
  private links: Link[] = [];
  private link: { readonly href: string; readonly start: number } | null = null;

  text(text: string): void {
    // What has no width parts no words: "1\u200b5%" is shown as 15%.
    let piece = text.replace(/[\u00ad\u200b\u2060\ufeff]+/g, '').replace(/[\s\u00a0]+/g, ' ');
    if (this.endsInSpace) piece = piece.replace(/^ /, '');
    if (piece === '') return;
    this.pieces.push(piece);
    this.length += piece.length;
    this.endsInSpace = piece.endsWith(' ');
  }

  openLink(href: string): void {
    this.closeLink();
    this.link = { href: href.trim(), start: this.length };
  }

  closeLink(): void {
    if (this.link !== null && this.link.start < this.length) this.links.push({ ...this.link, end: this.length });
    this.link = null;
  }

  /** Null: nothing was said since the last one. */
  end(): Paragraph | null {
    const open = this.link;
    this.closeLink();
    const whole = this.pieces.join('');
    const text = whole.trimEnd();
    const links = this.links.map((link) => trimmed(link, whole)).filter(({ start, end }) => start < end);
    [this.pieces, this.links, this.length, this.endsInSpace] = [[], [], 0, true];
    // A link around several paragraphs leads on in the next one.
    if (open !== null) this.link = { href: open.href, start: 0 };
    if (text === '') return null;
    const paragraph = { text, links };
    this.paragraphs.push(paragraph);
    return paragraph;
  }
}

function trimmed({ href, start, end }: Link, text: string): Link {
  const words = text.slice(start, end);
  const from = start + (words.length - words.trimStart().length);
  return { href, start: from, end: from + words.trim().length };
}
