/**
 * `deconflict serve`: builds the page if it is not there, serves it, says where. `PORT` (5207) and `HOST` (127.0.0.1) say where to.
 *
 * `--https --cert FILE --key FILE` serves it over HTTPS: only there, and on localhost, does a browser let the page be installed.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Certificate, pageServer } from './page-server.ts';
import { CannotDo, readArguments, WrongUse } from './wrong-use.ts';

/** Where the built page is; `DECONFLICT_DIST` names another folder. */
const DIST = process.env.DECONFLICT_DIST || join(import.meta.dirname, '../../dist');
const CONFIG = join(import.meta.dirname, '../../vite.config.ts');

/** Serves until it is told to end (SPEC CL12). Resolves with 0 after an orderly end, 1 if the address cannot be used. */
export async function run(args: readonly string[]): Promise<number> {
  const certificate = certificateOf(args);
  const port = portOf(process.env.PORT);
  const host = process.env.HOST || '127.0.0.1';
  if (!existsSync(join(DIST, 'index.html'))) await build();
  const server = serverOf(certificate);
  return new Promise((resolve) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      process.stderr.write(`deconflict: ${refusal(cause, host, port)}\n`);
      resolve(1);
    });
    server.listen(port, host, () => {
      const address = server.address();
      const bound = typeof address === 'object' && address !== null ? address.port : port;
      process.stdout.write(
        `Deconflict is at ${addressOf(certificate === null ? 'http' : 'https', host, bound)}\nPress Ctrl+C to stop.\n`,
      );
    });
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        server.close(() => resolve(0));
        server.closeAllConnections();
      });
    }
  });
}

/** The certificate to serve with; null for plain HTTP. Throws WrongUse where the options do not fit, CannotDo where a file cannot be read. */
function certificateOf(args: readonly string[]): Certificate | null {
  const { given } = readArguments(args, [], {
    https: { type: 'boolean' },
    cert: { type: 'string' },
    key: { type: 'string' },
  });
  const { cert, key } = given;
  if (given.https !== true) {
    if (cert === undefined && key === undefined) return null;
    throw new WrongUse('--cert and --key go with --https.');
  }
  if (typeof cert !== 'string' || typeof key !== 'string') {
    throw new WrongUse(
      '--https needs the files of a certificate and its key: --https --cert FILE --key FILE.',
    );
  }
  return { cert: read(cert), key: read(key) };
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new CannotDo(`The file ${file} cannot be read.`);
  }
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

async function build(): Promise<void> {
  process.stderr.write('Building the page once …\n');
  const vite = await import('vite');
  await vite.build({ configFile: CONFIG, logLevel: 'warn', build: { outDir: DIST } });
}

/** The port of a text; 5207 if there is none. Throws WrongUse for anything that is no port. */
function portOf(text: string | undefined): number {
  if (text === undefined || text === '') return 5207;
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) {
    throw new WrongUse(`PORT must be a number from 0 to 65535, not "${text}".`);
  }
  return port;
}

function addressOf(protocol: string, host: string, port: number): string {
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `${protocol}://${shown.includes(':') ? `[${shown}]` : shown}:${port}/`;
}

/** One sentence on why the server could not start. */
function refusal(cause: NodeJS.ErrnoException, host: string, port: number): string {
  switch (cause.code) {
    case 'EADDRINUSE':
      return `Port ${port} is in use already. Choose another: PORT=${port === 65_535 ? 5207 : port + 1} npm start`;
    case 'EACCES':
      return `Port ${port} may not be used by this account. Choose one above 1023: PORT=5207 npm start`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `This machine has no address "${host}". Leave HOST out, or use 0.0.0.0 to be reachable from others.`;
    default:
      return `The server could not start: ${cause.message}.`;
  }
}
