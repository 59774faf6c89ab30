import type { AnchorHTMLAttributes } from 'react';
import { Link as WouterLink } from 'wouter';
import { atMoment, useMoment } from '../api/moment';

type Props = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & { readonly href: string };

/** A link within the app: it keeps the moment in force. */
export function Link({ href, ...rest }: Props) {
  return <WouterLink {...rest} href={atMoment(href, useMoment())} />;
}

/** Where an instrument's page is; `ref` is MIC:SYMBOL or an id. */
export function instrumentHref(ref: string): string {
  return `/instruments/${encodeURIComponent(ref).replaceAll('%3A', ':')}`;
}

export function announcementHref(id: string): string {
  return `/announcements/${encodeURIComponent(id)}`;
}
