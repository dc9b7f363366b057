/** Finds a Chromium and the flags it runs quietly with. */
import packed from '@sparticuz/chromium';

// They keep Chromium off the network.
const QUIET = [
  '--headless',
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];
// Drawn in the renderer itself, and no WebGL: `--disable-gpu` alone still gives one drawn in software, which falls behind a page that
// changes often until nothing answers for half a minute.
const WITHOUT_WEBGL = ['--disable-gpu', '--disable-software-rasterizer'];
/** Drawn without a graphics card (STACK §0). */
const WITH_WEBGL = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist'];

/**
 * How playwright-core starts the browser: the one out of npm on Linux x64, an installed Chrome elsewhere. Without WebGL, in which the sand
 * table stands in words, unless it is asked for.
 */
export async function launchOptions(ground: 'in words' | 'drawn' = 'in words'): Promise<{
  readonly args: string[];
  readonly executablePath?: string;
  readonly channel?: string;
}> {
  const args = [...QUIET, ...(ground === 'drawn' ? WITH_WEBGL : WITHOUT_WEBGL)];
  if (process.platform === 'linux' && process.arch === 'x64') {
    return { args, executablePath: await packed.executablePath() };
  }
  return { args, channel: 'chrome' };
}
