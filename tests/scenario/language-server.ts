/** Speaks with the YAML language server as an editor does: over its standard input and output. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

const SERVER = join(import.meta.dirname, '../../node_modules/yaml-language-server/bin/yaml-language-server');

export interface LanguageServer {
  /** Sends a request and waits for its answer. */
  ask(method: string, params: unknown): Promise<unknown>;
  tell(method: string, params: unknown): void;
  /** The next diagnostics that are published for a document. */
  problems(uri: string): Promise<readonly { readonly message: string }[]>;
  stop(): void;
}

/** Starts one and introduces the editor. */
export async function startLanguageServer(): Promise<LanguageServer> {
  const child = spawn(process.execPath, [SERVER, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
  const answers = new Map<number, (result: unknown) => void>();
  const published = new Map<string, (list: readonly { readonly message: string }[]) => void>();
  let asked = 0;
  const send = (message: object) => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    child.stdin?.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  reading(child, (message) => {
    if (typeof message.id === 'number' && message.method === undefined) {
      answers.get(message.id)?.(message.result);
    } else if (message.id !== undefined) {
      // What the server asks of the editor (its settings, mostly) gets the empty answer: everything as by default.
      send({
        id: message.id,
        result: message.method === 'workspace/configuration' ? [{}, {}, {}, {}, {}] : null,
      });
    } else if (message.method === 'textDocument/publishDiagnostics') {
      const { uri, diagnostics } = message.params as { uri: string; diagnostics: { message: string }[] };
      published.get(uri)?.(diagnostics);
    }
  });
  const server: LanguageServer = {
    ask: (method, params) => {
      const id = ++asked;
      send({ id, method, params });
      return new Promise((resolve) => answers.set(id, resolve));
    },
    tell: (method, params) => send({ method, params }),
    problems: (uri) => new Promise((resolve) => published.set(uri, resolve)),
    stop: () => child.kill(),
  };
  await server.ask('initialize', { processId: process.pid, rootUri: null, capabilities: {} });
  server.tell('initialized', {});
  return server;
}

interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

/** Takes whole messages out of the stream. */
function reading(child: ChildProcess, each: (message: Message) => void): void {
  let waiting = Buffer.alloc(0);
  child.stdout?.on('data', (chunk: Buffer) => {
    waiting = Buffer.concat([waiting, chunk]);
    for (;;) {
      const head = waiting.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(waiting.subarray(0, head).toString())?.[1]);
      const end = head + 4 + length;
      if (waiting.length < end) return;
      each(JSON.parse(waiting.subarray(head + 4, end).toString()));
      waiting = waiting.subarray(end);
    }
  });
}
