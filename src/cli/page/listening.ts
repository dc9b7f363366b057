/** A server at its address: where to listen, why that cannot be, and an orderly end (SPEC CL12). */
import type { Server } from 'node:http';
import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os';
import { CannotDo, WrongUse } from '../terminal/wrong-use.ts';

/** Where a server is to be reached, and the command that starts it, for advice. */
export interface Place {
  readonly host: string;
  readonly port: number;
  readonly command: string;
}

/** What `PORT` and `HOST` say; without them the port given, for this machine alone. Throws WrongUse for a port that is none. */
export function placeOf(settings: NodeJS.ProcessEnv, port: number, command: string): Place {
  return { host: settings.HOST || '127.0.0.1', port: portOf(settings.PORT, port), command };
}

/**
 * Listens, and answers the addresses a browser can be given, that for this machine first. Throws CannotDo with one sentence where that
 * cannot be.
 */
export function listening(
  server: Server,
  place: Place,
  protocol: 'http' | 'https',
): Promise<readonly [string, ...string[]]> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => reject(refusal(cause, place)));
    server.listen(place.port, place.host, () => {
      const at = server.address();
      const [host, port] =
        typeof at === 'object' && at !== null ? [at.address, at.port] : [place.host, place.port];
      const [first, ...others] = hostsAt(host, place.host, networkInterfaces());
      const address = (one: string) => `${protocol}://${one.includes(':') ? `[${one}]` : one}:${port}/`;
      resolve([address(first), ...others.map(address)]);
    });
  });
}

/**
 * The names under which a server can be reached that listens at the address `bound`, for which `asked` was asked; `cards` are the
 * machine's own. One that listens at every address (`0.0.0.0`; `::` takes both kinds) is reached at each that another machine can use:
 * no loopback, and no IPv6 address that holds on one cable only, since no browser takes its zone.
 */
export function hostsAt(
  bound: string,
  asked: string,
  cards: Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>,
): readonly [string, ...string[]] {
  if (bound !== '0.0.0.0' && bound !== '::') return [asked];
  const all = Object.values(cards).flatMap((card) => card ?? []);
  const reached = all.filter(
    ({ internal, family, address }) =>
      !internal && (family === 'IPv4' || (bound === '::' && !/^fe[89ab]/i.test(address))),
  );
  // Numbers people can read out come first.
  reached.sort((a, b) => a.family.localeCompare(b.family));
  return ['localhost', ...new Set(reached.map(({ address }) => address))];
}

/** Resolves when the person or the machine says to end. */
export function untilToldToEnd(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

/** Closes a server and every connection to it. */
export function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function portOf(text: string | undefined, otherwise: number): number {
  if (text === undefined || text === '') return otherwise;
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) {
    throw new WrongUse(`PORT must be a number from 0 to 65535, not "${text}".`);
  }
  return port;
}

/** Why the server could not start, in one sentence. */
function refusal(cause: NodeJS.ErrnoException, { host, port, command }: Place): CannotDo {
  switch (cause.code) {
    case 'EADDRINUSE':
      return new CannotDo(
        `Port ${port} is already in use. Choose another: PORT=${port === 65_535 ? 5207 : port + 1} ${command}`,
        [
          `Browsers store sessions by address: sessions saved at port ${port} do not show up at another port.`,
        ],
      );
    case 'EACCES':
      return new CannotDo(
        `This account may not use port ${port}. Choose one above 1023: PORT=5207 ${command}`,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new CannotDo(
        `This machine has no address "${host}". Leave HOST out, or use 0.0.0.0 so that other machines can reach it.`,
      );
    default:
      return new CannotDo(`The server could not start: ${cause.message}.`);
  }
}
