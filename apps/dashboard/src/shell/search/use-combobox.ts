import { type KeyboardEvent, useState } from 'react';
import { useLocation } from 'wouter';
import { atMoment, useMoment } from '../../api/moment';
import { type Found, useFound } from './use-found';

export interface Combobox {
  readonly text: string;
  readonly isOpen: boolean;
  /** Place of the option that the arrow keys have reached; -1: none. */
  readonly chosen: number;
  readonly found: Found;
  readonly type: (text: string) => void;
  readonly open: () => void;
  readonly close: () => void;
  readonly go: (href: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** The field and what it found: by arrow keys, Enter and Escape. */
export function useCombobox(): Combobox {
  const [text, setText] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState(-1);
  const found = useFound(text, isOpen);
  const navigate = useLocation()[1];
  const moment = useMoment();
  const say = (typed: string, opened: boolean) => {
    setText(typed);
    setOpen(opened && typed.trim() !== '');
    setChosen(-1);
  };
  const go = (href: string) => {
    navigate(atMoment(href, moment));
    say('', false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const key = keyOf(event.key, isOpen, chosen, found);
    // Escape would empty the field too: that is for the second one. Arrows would move in its text.
    if (key.is !== 'other' && key.is !== 'go') event.preventDefault();
    if (key.is === 'close') setOpen(false);
    else if (key.is === 'go') go(key.href);
    else if (key.is === 'choose') {
      setOpen(text.trim() !== '');
      setChosen(key.next);
    }
  };
  const open = () => setOpen(text.trim() !== '');
  return {
    text,
    isOpen,
    chosen,
    found,
    type: (typed) => say(typed, true),
    open,
    close: () => setOpen(false),
    go,
    onKeyDown,
  };
}

type Key =
  | { readonly is: 'close' | 'other' }
  | { readonly is: 'go'; readonly href: string }
  | { readonly is: 'choose'; readonly next: number };

/** What a key means. */
function keyOf(key: string, isOpen: boolean, chosen: number, found: Found): Key {
  const href = entering(found, chosen);
  const next = nextOf(key, chosen, found.options.length);
  if (key === 'Escape' && isOpen) return { is: 'close' };
  if (key === 'Enter' && isOpen && href !== undefined) return { is: 'go', href };
  return next === null ? { is: 'other' } : { is: 'choose', next };
}

/** Where an arrow key leads among the options; -1 is the field itself, null another key. */
function nextOf(key: string, chosen: number, count: number): number | null {
  if (key === 'ArrowDown') return chosen + 1 < count ? chosen + 1 : -1;
  if (key === 'ArrowUp') return chosen === -1 ? count - 1 : chosen - 1;
  return null;
}

/** What Enter opens: the option reached, else the first; while the answer is on its way the list of all that the words find. */
function entering({ options, isPending }: Found, chosen: number): string | undefined {
  return (options[chosen] ?? (isPending ? options.at(-1) : options[0]))?.href;
}
