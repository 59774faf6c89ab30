import { createContext, useCallback, useContext, useMemo, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { withQuery } from '../../../api/moment';
import type { FormProblems, Values } from './reading';

export interface Form {
  readonly values: Values;
  readonly set: (name: string, value: string) => void;
  /** What is wrong with a field; nothing as long as nobody has typed in it or asked. */
  readonly problemOf: (name: string) => string | undefined;
}

export const FormContext = createContext<Form | null>(null);

export function useForm(): Form {
  const form = useContext(FormContext);
  if (form === null) throw new Error('a field stands outside of its form');
  return form;
}

/** A form that lives in the URL: reload keeps it, and a link shares it. What holds its default is left out. */
export function useFormValues(defaults: Values): {
  readonly values: Values;
  readonly set: (name: string, value: string) => void;
  readonly clear: () => void;
} {
  const search = useSearch();
  const [path, navigate] = useLocation();
  const values = useMemo(() => valuesIn(search, defaults), [search, defaults]);
  const change = useCallback(
    (edit: (query: URLSearchParams) => void) => {
      const query = new URLSearchParams(window.location.search);
      edit(query);
      navigate(withQuery(path, query), { replace: true });
    },
    [path, navigate],
  );
  const set = useCallback(
    (name: string, value: string) =>
      change((query) => (value === defaults[name] ? query.delete(name) : query.set(name, value))),
    [change, defaults],
  );
  const clear = useCallback(
    () => change((query) => Object.keys(defaults).forEach((name) => query.delete(name))),
    [change, defaults],
  );
  return { values, set, clear };
}

function valuesIn(search: string, defaults: Values): Values {
  const query = new URLSearchParams(search);
  return Object.fromEntries(Object.entries(defaults).map(([name, value]) => [name, query.get(name) ?? value]));
}

/** Which problems are shown: the server's, until their field changes, and ours where somebody typed or asked. */
export function useShownProblems(ours: FormProblems, values: Values, defaults: Values) {
  const [hasAsked, setAsked] = useState(false);
  const [told, setTold] = useState<{ readonly problems: FormProblems; readonly about: Values } | null>(null);
  const problemOf = useCallback(
    (name: string): string | undefined => {
      const isTold = told !== null && told.about[name] === values[name];
      const server = isTold ? told.problems[name] : undefined;
      const isTouched = hasAsked || values[name] !== defaults[name];
      return server ?? (isTouched ? ours[name] : undefined);
    },
    [told, ours, values, defaults, hasAsked],
  );
  const tell = useCallback((problems: FormProblems) => setTold({ problems, about: values }), [values]);
  return { problemOf, tell, ask: useCallback(() => setAsked(true), []) };
}
