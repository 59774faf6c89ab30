import { useState } from 'react';
import { Empty } from '../../ui/empty';
import { Link, announcementHref } from '../../ui/link';
import { AcceptDialog } from './accept-dialog';
import type { Proposal } from './article';
import { DismissDialog } from './dismiss-dialog';
import { ProposalCard } from './proposal-card';

interface Props {
  readonly articleId: string;
  readonly proposals: readonly Proposal[];
  /** MIC:SYMBOL of the article's main instrument, whose exchange's zone times are told in. */
  readonly main: string | null;
}

interface Opened {
  readonly what: 'accept' | 'dismiss';
  readonly proposal: Proposal;
}

type Told = { readonly what: 'accepted'; readonly announcementId: string } | { readonly what: 'dismissed' };

/** The announcements that an article tells; each waits until somebody accepts or dismisses it. */
export function Proposals({ articleId, proposals, main }: Props) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const [told, setTold] = useState<Told | null>(null);
  const close = () => setOpened(null);
  const done = (what: Told) => {
    setTold(what);
    close();
  };
  if (proposals.length === 0) return <Empty>It tells no announcement of an instrument on record.</Empty>;
  return (
    <>
      <p className="soft">A proposal is no announcement: it waits until somebody accepts it.</p>
      <div role="status">{told !== null && <Said told={told} />}</div>
      {proposals.map((proposal) => (
        <ProposalCard
          key={proposal.id}
          proposal={proposal}
          main={main}
          onAccept={() => setOpened({ what: 'accept', proposal })}
          onDismiss={() => setOpened({ what: 'dismiss', proposal })}
        />
      ))}
      {opened !== null && <Decision articleId={articleId} opened={opened} onClose={close} onDone={done} />}
    </>
  );
}

interface DecisionProps {
  readonly articleId: string;
  readonly opened: Opened;
  readonly onClose: () => void;
  readonly onDone: (told: Told) => void;
}

function Decision({ articleId, opened: { what, proposal }, onClose, onDone }: DecisionProps) {
  const about = { articleId, proposal, onClose };
  if (what === 'dismiss') return <DismissDialog {...about} onDone={() => onDone({ what: 'dismissed' })} />;
  return <AcceptDialog {...about} onDone={(announcementId) => onDone({ what: 'accepted', announcementId })} />;
}

function Said({ told }: { readonly told: Told }) {
  if (told.what === 'dismissed') return <p>Dismissed.</p>;
  return (
    <p>
      Accepted: <Link href={announcementHref(told.announcementId)}>the announcement on record</Link>
    </p>
  );
}
