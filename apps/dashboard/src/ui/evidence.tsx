import type { ReactNode } from 'react';
import { atMoment, useMoment } from '../api/moment';

interface Props {
  /** A path of the API with its values, such as /v1/announcements/ann_1/events. */
  readonly href: string;
  readonly children: ReactNode;
}

/** Leads to what a figure rests on: the API's own answer, at the moment in force. */
export function Evidence({ href, children }: Props) {
  return (
    <a href={atMoment(href, useMoment())} target="_blank" rel="noreferrer">
      {children}
      <span className="visually-hidden"> (the API's answer, in a new tab)</span>
    </a>
  );
}
