import { type ReactNode, useEffect, useRef } from 'react';

/** Where the visit began: there Tab begins at the top, with the way past the navigation. */
const landing = window.location.pathname;
let hasMoved = false;

/** The page's heading: the window is named after it, and it takes the focus, so that a reader hears where it is. */
export function PageTitle({ children, name }: { readonly children: ReactNode; readonly name?: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${name ?? heading.current?.textContent ?? ''} · Streakline`;
  });
  useEffect(() => {
    hasMoved ||= window.location.pathname !== landing;
    // Not over what somebody has begun to type.
    if (hasMoved && !isTyping()) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}

function isTyping(): boolean {
  return document.activeElement instanceof HTMLInputElement || document.activeElement instanceof HTMLTextAreaElement;
}
