/** Finds a Chromium and the flags it runs quietly with. */
import packed from '@sparticuz/chromium';

// Drawn in the renderer itself: without a graphics card, SwiftShader falls behind a page that changes often until nothing answers for
// half a minute. Whoever tests WebGL needs it back: --use-angle=swiftshader --enable-unsafe-swiftshader (STACK §0).
// The rest keeps Chromium off the network.
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

/** How playwright-core starts the browser: the one out of npm on Linux x64, an installed Chrome elsewhere. */
export async function launchOptions(): Promise<{
  readonly args: string[];
  readonly executablePath?: string;
  readonly channel?: string;
}> {
  if (process.platform === 'linux' && process.arch === 'x64') {
    return { args: FLAGS, executablePath: await packed.executablePath() };
  }
  return { args: FLAGS, channel: 'chrome' };
}
