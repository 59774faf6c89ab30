import { useEffect, useState } from 'react';

const PAUSE_MS = 250;

/**
 * A value that follows what is typed after a pause, so that not every key is a question; a value that changes elsewhere
 * (by the way back, by "clear") comes into the field.
 */
export function useTyped(value: string, onChange: (value: string) => void): [string, (text: string) => void] {
  const [typed, setTyped] = useState({ text: value, of: value });
  // Typed for another value than the one in force: that one was changed from elsewhere, unless it is what was typed.
  const text = typed.of === value || typed.text.trim() === value ? typed.text : value;
  useEffect(() => {
    if (text.trim() === value) return;
    const timer = setTimeout(() => onChange(text.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, value, onChange]);
  return [text, (next) => setTyped({ text: next, of: value })];
}
