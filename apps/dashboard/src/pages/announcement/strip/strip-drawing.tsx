import { type RefObject, useId, useMemo } from 'react';
import { useWidth } from '../trace/use-width';
import { Hatches } from './hatches';
import type { Strip } from './strip';
import { StripColumns } from './strip-columns';
import { layOut } from './strip-layout';
import { StripRows } from './strip-rows';
import { layOutRows } from './strip-rows-layout';
import styles from './strip.module.css';

interface Props {
  readonly strip: Strip;
  readonly announced: string;
  readonly currency: string;
  /** What it shows, in words. */
  readonly label: string;
  readonly drawing: RefObject<SVGSVGElement | null>;
}

/** CSS pixels below which sessions stand below each other. */
const NARROW = 560;

export function StripDrawing({ strip, announced, currency, label, drawing }: Props) {
  const [ref, room] = useWidth();
  const hatch = `hatch${useId().replaceAll(/[^a-z0-9]/gi, '')}`;
  const folded = useMemo(() => (room < NARROW ? layOutRows(strip, room) : null), [strip, room]);
  const columns = useMemo(() => layOut(strip, room, announced.length), [strip, room, announced]);
  const { width, height } = folded ?? columns;
  return (
    <div ref={ref} className={styles.scroll} role="region" aria-label="The strip" tabIndex={0}>
      {room > 0 && (
        <svg
          ref={drawing}
          className={styles.strip}
          role="img"
          aria-label={label}
          {...{ width, height }}
          viewBox={`0 0 ${width} ${height}`}
        >
          <Hatches id={hatch} />
          {folded === null ? (
            <StripColumns layout={columns} {...{ announced, currency, hatch }} />
          ) : (
            <StripRows layout={folded} {...{ announced, currency, hatch }} />
          )}
        </svg>
      )}
    </div>
  );
}
