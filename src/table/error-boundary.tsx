/** Catches what a screen throws while it is drawn, so that no page is ever blank (TB7). */
import { Component, type ReactNode } from 'react';

interface Props {
  readonly onBroke: (cause: unknown) => void;
  /** Another key is another attempt. */
  readonly children: ReactNode;
}

/** Shows nothing once a child broke: whoever is told shows the trouble screen instead. */
export class ErrorBoundary extends Component<Props, { readonly broke: boolean }> {
  override state = { broke: false };

  static getDerivedStateFromError(): { readonly broke: boolean } {
    return { broke: true };
  }
  override componentDidCatch(cause: unknown): void {
    this.props.onBroke(cause);
  }
  override render(): ReactNode {
    return this.state.broke ? null : this.props.children;
  }
}
