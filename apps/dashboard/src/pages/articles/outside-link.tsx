import type { ReactNode } from 'react';

/** A link out of the app, to what an article or an announcement names; anything but http is shown as text. */
export function OutsideLink({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  if (!/^https?:\/\//i.test(href)) return <span>{children}</span>;
  return (
    <a href={href} target="_blank" rel="noreferrer noopener">
      {children}
      <span className="visually-hidden"> (elsewhere, in a new tab)</span>
    </a>
  );
}
