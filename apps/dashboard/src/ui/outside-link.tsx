import type { ReactNode } from 'react';
import { safeHref } from './safe-href';

interface Props {
  /** As others wrote it. */
  readonly address: string;
  readonly children: ReactNode;
}

/** A link out of the app, to what an article or an announcement names; anything but http and https is shown as text. */
export function OutsideLink({ address, children }: Props) {
  const href = safeHref(address);
  if (href === null) return <span>{children}</span>;
  return (
    <a href={href} target="_blank" rel="noreferrer noopener">
      {children}
      <span className="visually-hidden"> (elsewhere, in a new tab)</span>
    </a>
  );
}
