import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtDashboard } from './dashboard-build';
import { describeDashboard } from './dashboard';

/** Of scripts and styles, compressed as they are sent. */
const BUDGET = 150_000;

describeDashboard('what the first page loads', (dashboard) => {
  it('is under 150 KB of scripts and styles, and nothing else but the API', async () => {
    const page = await dashboard().page({ path: '/operations' });
    const loaded = new Set<string>();
    page.on('response', (response) => void loaded.add(new URL(response.url()).pathname));
    await page.goto(`${dashboard().url}/`);
    await page
      .getByRole('link', { name: /quarter of 2025/ })
      .first()
      .waitFor();
    const assets = [...loaded].filter((path) => /\.(?:js|css)$/.test(path));
    const others = [...loaded].filter((path) => !assets.includes(path) && !path.startsWith('/v1/'));
    expect(others.filter((path) => !['/', '/streakline.svg'].includes(path))).toEqual([]);
    expect(assets.length).toBeGreaterThan(1);

    const folder = await builtDashboard();
    const weigh = (ending: string) =>
      assets.reduce((sum, path) => sum + readFileSync(join(folder, `${path}${ending}`)).length, 0);
    const [brotli, gzip] = [weigh('.br'), weigh('.gz')];
    expect({ brotli: brotli < BUDGET, gzip: gzip < BUDGET, bytes: [brotli, gzip] }).toMatchObject({
      brotli: true,
      gzip: true,
    });
  });
});
