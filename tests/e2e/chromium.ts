import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const USUAL = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** A browser without a screen, an account or a graphics card. */
export const CHROMIUM_ARGS: readonly string[] = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
  '--enable-unsafe-swiftshader',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  // A page painted by the software GPU paints slowly, and one with SVG patterns sometimes black.
  '--disable-gpu-rasterization',
];

/** Thrown where there is no Chromium and none could be installed. */
export class NoChromiumError extends Error {
  override name = 'NoChromiumError';
}

/** Path of a Chromium; installs Debian's, with the fonts that Chinese needs, where there is none. */
export function chromiumPath(): string {
  const named = process.env['CHROMIUM_PATH'];
  if (named) return named;
  const found = USUAL.find((path) => existsSync(path));
  if (found) return found;
  try {
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
    execFileSync('apt-get', ['install', '-y', '-qq', 'chromium', 'fonts-noto-cjk'], {
      stdio: 'inherit',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  } catch (cause) {
    throw new NoChromiumError('no Chromium found: install one, or name it in CHROMIUM_PATH', { cause });
  }
  return '/usr/bin/chromium';
}
