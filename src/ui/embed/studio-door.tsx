import { Component, lazy, Suspense, useEffect, useState } from 'react';

import type { Store } from '../../state/store';
import type { Camera } from '../../state/view-state';
import { OPEN_STUDIO } from './open-studio';

const Studio = lazy(async () => ({ default: (await import('./studio')).Studio }));

interface Props {
  store: Store;
  /** Where the map stands now. */
  cameraNow: () => Camera | null;
  /** Address of the site, with a slash at its end. */
  root: string;
}

/** Where the studio comes in once somebody asks for it: few will, so it is loaded then. */
export function StudioDoor({ store, cameraNow, root }: Props): React.JSX.Element | null {
  const [opened, setOpened] = useState(0);
  useEffect(() => {
    const open = (): void => setOpened((times) => times + 1);
    window.addEventListener(OPEN_STUDIO, open);
    return () => window.removeEventListener(OPEN_STUDIO, open);
  }, []);
  if (opened === 0) return null;
  return (
    // Another try begins with another press of the button.
    <Missing key={opened}>
      <Suspense fallback={null}>
        <Studio
          view={store.get()}
          camera={cameraNow()}
          site={new URL(root, location.href).href}
          onClose={() => setOpened(0)}
        />
      </Suspense>
    </Missing>
  );
}

/** A studio that could not be loaded is none; the desk goes on, and the console has why. */
class Missing extends Component<{ children: React.ReactNode }, { failed: boolean }> {
  override state = { failed: false };
  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }
  override render(): React.ReactNode {
    return this.state.failed ? null : this.props.children;
  }
}
