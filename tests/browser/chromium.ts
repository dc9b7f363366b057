/** Finds a Chromium and the flags it runs quietly with. */
import packed from '@sparticuz/chromium';

// SwiftShader draws without a graphics card; the rest keeps Chromium off the network (STACK §0).
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
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
