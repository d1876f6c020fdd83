import { join } from 'node:path';

import { type Browser, chromium } from '@playwright/test';

import { CHROMIUM_ARGS, chromiumPath } from '../../e2e/chromium';
import { type Host, serve } from './serve';

export const ROOT = join(import.meta.dirname, '..', '..', '..');

/** Serves the built site behind further folders, and opens a browser, for as long as `use` takes. */
export async function withSite<T>(
  folders: readonly string[],
  use: (browser: Browser, host: Host) => Promise<T>,
): Promise<T> {
  const host = await serve([...folders, join(ROOT, 'dist')]);
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: [...CHROMIUM_ARGS] });
  try {
    return await use(browser, host);
  } finally {
    await browser.close();
    host.close();
  }
}
