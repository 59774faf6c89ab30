import { Component, type ReactNode } from 'react';
import { Problem } from '../ui/problem';

interface State {
  readonly error: unknown;
}

/** Keeps the app standing where a page breaks, such as when its file is gone after an update of the server. */
export class PageBoundary extends Component<{ readonly children: ReactNode }, State> {
  override readonly state: State = { error: null };

  static getDerivedStateFromError(error: unknown): State {
    return { error };
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return <Problem what="this page" error={this.state.error} onRetry={() => window.location.reload()} />;
  }
}
