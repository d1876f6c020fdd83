import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { type FrameLocator, type Locator, type Page } from '@playwright/test';

export const TUCE = 'http://localhost:4174';
export const TEXT = '<p>正文。</p>'.repeat(30);

interface HostPage {
  body: string;
  head?: string;
  headers?: Record<string, string>;
}

/** Opens a page of somebody else; collects what goes wrong in it and in its frames. */
export async function openHost(page: Page, { body, head = '', headers = {} }: HostPage): Promise<string[]> {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/favicon/u.test(message.location().url)) complaints.push(message.text());
  });
  const html = `<!doctype html><html lang="zh-CN"><head><title>报道</title>${head}</head><body>${body}</body></html>`;
  const server = createServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...headers }).end(html);
  });
  page.once('close', () => server.close());
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const { port } = server.address() as AddressInfo;
  await page.goto(`http://127.0.0.1:${port}/article`);
  return complaints;
}

export const frame = (address: string, more = ''): string =>
  `<iframe src="${TUCE}/${address}" title="地图" width="100%" height="520" style="border:0" referrerpolicy="strict-origin-when-cross-origin" ${more}></iframe>`;
export const SCRIPT = `<script src="${TUCE}/embed.js" async></script>`;

export const inside = (page: Page, at = 0): FrameLocator => page.frameLocator('iframe').nth(at);
export const mapIn = (embed: FrameLocator): Locator => embed.locator('.map-canvas[data-idle]');

/** Shifts of the layout of the host, but for those that follow a touch of the reader. */
export async function watchShifts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const store = window as unknown as { shifted: number };
    store.shifted = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) store.shifted += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () => page.evaluate(() => (window as unknown as { shifted: number }).shifted);
}
