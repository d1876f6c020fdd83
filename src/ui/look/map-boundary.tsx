import { Component } from 'react';

interface Props {
  children: React.ReactNode;
  /** Stands where the map would be. */
  fallback: React.ReactNode;
}

/** Keeps a map that cannot be loaded or that breaks from taking the document with it. */
export class MapBoundary extends Component<Props, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override componentDidCatch(error: unknown): void {
    console.warn('the map is not available:', error);
  }

  override render(): React.ReactNode {
    return this.state.broken ? this.props.fallback : this.props.children;
  }
}
