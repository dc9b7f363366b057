/**
 * `deconflict serve`: builds the page if it is not there, or with `--build` anew, serves it, says where. `PORT` (5207) and `HOST` (127.0.0.1) say where to.
 *
 * `--https --cert FILE --key FILE` serves it over HTTPS: only there, and on localhost, does a browser let the page be installed.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readOrSay } from './disk/on-disk.ts';
import { builtPage } from './page/built-page.ts';
import { closed, listening, placeOf, untilToldToEnd } from './page/listening.ts';
import { type Certificate, pageServer } from './page/page-server.ts';
import { say, tell } from './terminal/print.ts';
import { CannotDo, type Given, readArguments, WrongUse } from './terminal/wrong-use.ts';

/** Where the built page is; `DECONFLICT_DIST` names another folder. */
const DIST = process.env.DECONFLICT_DIST || join(import.meta.dirname, '../../dist');

/** Serves until it is told to end (SPEC CL12). Resolves to 0 after an orderly end; throws CannotDo where the address cannot be used. */
export async function run(args: readonly string[]): Promise<number> {
  const { given } = readArguments(args, [], {
    build: { type: 'boolean' },
    https: { type: 'boolean' },
    cert: { type: 'string' },
    key: { type: 'string' },
  });
  const certificate = certificateOf(given);
  const place = placeOf(process.env, 5207, 'npm start');
  if (given.build === true || !existsSync(join(DIST, 'index.html'))) {
    await builtPage({ outDir: DIST, onBuild: () => tell('Building the page …') });
  }
  const server = serverOf(certificate);
  const [here, ...others] = await listening(server, place, certificate === null ? 'http' : 'https');
  say(`Deconflict is at ${here}`, ...elsewhere(others), 'Press Ctrl+C to stop.');
  await untilToldToEnd();
  await closed(server);
  return 0;
}

/** Where other machines find it; nothing where they cannot. */
function elsewhere(others: readonly string[]): readonly string[] {
  if (others.length === 0) return [];
  const lines = others.map((address) => `  ${address}`);
  return [
    'From other machines:',
    ...lines,
    'Browsers store sessions by address, so use the same one each time.',
  ];
}

/** The certificate to serve with; null for plain HTTP. Throws WrongUse where the options do not fit, CannotDo where a file cannot be read. */
function certificateOf({ https, cert, key }: Given): Certificate | null {
  if (https !== true) {
    if (cert === undefined && key === undefined) return null;
    throw new WrongUse('--cert and --key need --https.');
  }
  if (typeof cert !== 'string' || typeof key !== 'string') {
    throw new WrongUse('--https needs a certificate and its key: --https --cert FILE --key FILE.');
  }
  return { cert: readOrSay(cert, 'The certificate'), key: readOrSay(key, 'The key') };
}

function serverOf(certificate: Certificate | null): ReturnType<typeof pageServer> {
  try {
    return pageServer(DIST, certificate);
  } catch (cause) {
    throw new CannotDo(
      `The certificate cannot be used: ${cause instanceof Error ? cause.message : String(cause)}.`,
    );
  }
}
