/** How an exchange may write what a vendor writes: capitals, and a point where vendors put a dash, a slash or a blank. */
export function spellingsOf(symbol: string): readonly string[] {
  const plain = symbol.trim();
  const capitals = plain.toUpperCase();
  return [...new Set([plain, capitals, capitals.replace(/[-/ ]/g, '.')])];
}
