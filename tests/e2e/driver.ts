import { expect, type Locator, type Page, test as base } from '@playwright/test';

/** What a visitor can do and see, in the words of the product. */
export class Desk {
  readonly complaints: string[] = [];

  constructor(readonly page: Page) {
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => this.complaints.push(`page: ${error.message}`));
    page.on('request', (request) => {
      const { protocol, hostname } = new URL(request.url());
      const own = hostname === 'localhost' || protocol === 'data:' || protocol === 'blob:';
      if (!own) this.complaints.push(`foreign request: ${request.url()}`);
    });
  }

  /** Opens a page and waits until the app has taken it over. */
  async open(address = ''): Promise<void> {
    await this.page.goto(`/${address}`);
    await this.takenOver();
  }

  /**
   * Opens a page whose map script is on its way for ever: the drawn map stays, as on a slow line. A test that asks
   * nothing of the interactive map need not wait for a processor to draw it.
   */
  async read(address = ''): Promise<void> {
    await this.page.route('**/assets/map-pane-*.js', () => undefined);
    await this.open(address);
  }

  async takenOver(): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(this.page.locator('[data-static]')).toHaveCount(0);
  }

  /** Opens and waits until the map has come to rest, which it says by writing its camera into the address. */
  async openWithMap(address = ''): Promise<void> {
    await this.open(address);
    await this.mapAtRest();
  }

  async mapAtRest(): Promise<void> {
    await expect(this.page.locator('.map-canvas canvas')).toBeVisible();
    await expect(this.page.locator('.map-canvas[data-idle]')).toBeAttached({ timeout: 40_000 });
  }

  get articles(): Locator {
    return this.page.locator('article[data-article]:not([data-article="0"])');
  }

  article(number: number): Locator {
    return this.page.locator(`article[data-article="${number}"]`);
  }

  get card(): Locator {
    return this.page.locator('[data-card]');
  }

  get camera(): { lng: number; lat: number; zoom: number } {
    const [lng = NaN, lat = NaN, zoom = NaN] = (new URL(this.page.url()).searchParams.get('c') ?? '')
      .split(',')
      .map(Number);
    return { lng, lat, zoom };
  }

  /** Path of the address, relative to the root of the site. */
  get path(): string {
    return new URL(this.page.url()).pathname.slice(1);
  }

  param(key: string): string | null {
    return new URL(this.page.url()).searchParams.get(key);
  }

  /** Takes the WebGL context from the map, as a driver would, and gives it back at once if it `comesBack`. */
  async loseMap(comesBack: boolean): Promise<void> {
    await this.page.evaluate(async (restore) => {
      const canvas = document.querySelector<HTMLCanvasElement>('.maplibregl-canvas');
      const loss = canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context');
      if (!canvas || !loss) throw new Error('there is no context to lose');
      const heard = (name: string): Promise<unknown> =>
        new Promise((resolve) => canvas.addEventListener(name, resolve, { once: true }));
      const gone = heard('webglcontextlost');
      loss.loseContext();
      await gone;
      if (!restore) return;
      // The browser gives nothing back while it is still telling of the loss.
      await new Promise((resolve) => setTimeout(resolve));
      const back = heard('webglcontextrestored');
      loss.restoreContext();
      await back;
    }, comesBack);
  }

  /** Clicks the map at a WGS-84 position, by the camera in the address (Web Mercator, 512-pixel tiles). */
  async clickMapAt(lng: number, lat: number): Promise<void> {
    const [x, y] = await this.pixelOf(lng, lat);
    await this.page.mouse.click(x, y);
  }

  /** Puts the pointer over a WGS-84 position of the map. */
  async pointAt(lng: number, lat: number): Promise<void> {
    const [x, y] = await this.pixelOf(lng, lat);
    await this.page.mouse.move(x, y);
  }

  private async pixelOf(lng: number, lat: number): Promise<[x: number, y: number]> {
    const box = await this.page.locator('.map-canvas').boundingBox();
    if (!box) throw new Error('the map is not on the page');
    const { lng: lng0, lat: lat0, zoom } = this.camera;
    const worldPx = 512 * 2 ** zoom;
    const mercator = (deg: number): number => Math.log(Math.tan(Math.PI / 4 + (deg * Math.PI) / 360)) / (2 * Math.PI);
    const x = box.x + box.width / 2 + ((lng - lng0) / 360) * worldPx;
    const y = box.y + box.height / 2 - (mercator(lat) - mercator(lat0)) * worldPx;
    return [x, y];
  }
}

/** A test with a desk; it fails on any console error and on any request to another origin. */
export const test = base.extend<{ desk: Desk; tolerated: RegExp[] }>({
  tolerated: [[], { option: true }],
  desk: async ({ page, tolerated }, use) => {
    const desk = new Desk(page);
    await use(desk);
    expect(desk.complaints.filter((complaint) => !tolerated.some((pattern) => pattern.test(complaint)))).toEqual([]);
  },
});
export { expect };
