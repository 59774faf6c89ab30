import { download } from '../../../charts/download';

/** What the style sheets say of a drawing, and a file must say itself. */
const PROPERTIES = [
  ...['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap', 'stroke-opacity'],
  ...['opacity', 'font-family', 'font-size', 'font-weight', 'text-anchor', 'paint-order', 'dominant-baseline'],
];

/** Saves a drawing of the page as it looks: with the theme's colours, on the theme's card. */
export function saveSvg(drawing: SVGSVGElement, name: string): void {
  download(`${name}.svg`, svgFileOf(drawing), 'image/svg+xml');
}

function svgFileOf(drawing: SVGSVGElement): string {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const originals = [drawing, ...drawing.querySelectorAll('*')];
  const copies = [copy, ...copy.querySelectorAll('*')];
  originals.forEach((original, i) => inline(original, copies[i]!));
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.prepend(cardBehind(drawing));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}\n`;
}

/** As attributes: a style attribute is what the content security policy forbids. */
function inline(original: Element, copy: Element): void {
  const style = getComputedStyle(original);
  for (const property of PROPERTIES) copy.setAttribute(property, style.getPropertyValue(property).replaceAll('"', "'"));
  copy.removeAttribute('class');
}

function cardBehind(drawing: SVGSVGElement): SVGRectElement {
  const card = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  card.setAttribute('width', '100%');
  card.setAttribute('height', '100%');
  card.setAttribute('fill', getComputedStyle(drawing).getPropertyValue('--card').trim());
  return card;
}
