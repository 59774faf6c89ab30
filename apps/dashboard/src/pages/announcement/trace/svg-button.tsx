import type { RefObject } from 'react';
import { saveSvg } from './svg-file';

interface Props {
  readonly drawing: RefObject<SVGSVGElement | null>;
  readonly fileName: string;
  /** Of the chart. */
  readonly title: string;
}

export function SvgButton({ drawing, fileName, title }: Props) {
  const save = () => {
    if (drawing.current !== null) saveSvg(drawing.current, fileName);
  };
  return (
    <button type="button" onClick={save}>
      SVG<span className="visually-hidden"> of {title}</span>
    </button>
  );
}
