/** A server at its address: where to listen, why that cannot be, and an orderly end (SPEC CL12). */
import type { Server } from 'node:http';
import { CannotDo, WrongUse } from './wrong-use.ts';

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

/** Listens, and answers the address a browser can be given. Throws CannotDo with one sentence where that cannot be. */
export function listening(server: Server, place: Place, protocol: 'http' | 'https'): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => reject(new CannotDo(refusal(cause, place))));
    server.listen(place.port, place.host, () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : place.port;
      resolve(addressOf(protocol, place.host, port));
    });
  });
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

function addressOf(protocol: string, host: string, port: number): string {
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `${protocol}://${shown.includes(':') ? `[${shown}]` : shown}:${port}/`;
}

/** One sentence on why the server could not start. */
function refusal(cause: NodeJS.ErrnoException, { host, port, command }: Place): string {
  switch (cause.code) {
    case 'EADDRINUSE':
      return `Port ${port} is in use already. Choose another: PORT=${port === 65_535 ? 5207 : port + 1} ${command}`;
    case 'EACCES':
      return `Port ${port} may not be used by this account. Choose one above 1023: PORT=5207 ${command}`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `This machine has no address "${host}". Leave HOST out, or use 0.0.0.0 to be reachable from others.`;
    default:
      return `The server could not start: ${cause.message}.`;
  }
}
