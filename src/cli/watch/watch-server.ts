/** Serves the author's page with what stands in the author's folder now, and tells every open page of each save. */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { News } from '#table/author/news.ts';
import { pageServer } from '../page/page-server.ts';
import type { Desk } from './watch-desk.ts';

/** A server with the means to tell its pages something. */
export interface AuthorServer {
  readonly server: Server;
  /** The folder as it now is, and what to tell of it. */
  readonly tell: (desk: Desk, news: News) => void;
  /** How many pages are listening. */
  readonly pages: () => number;
}

/** Serves the page built below `root`; what lies under `author/` comes from the folder. */
export function authorServer(root: string, desk: Desk, news: News): AuthorServer {
  const pages = new Set<ServerResponse>();
  let now = { desk, news };
  const answer = (request: IncomingMessage, response: ServerResponse, path: string): boolean => {
    if (!path.startsWith('/author/')) return false;
    const name = path.slice('/author/'.length);
    if (name === 'news') listen(request, response);
    else json(request, response, contentOf(now.desk, name));
    return true;
  };
  const listen = (request: IncomingMessage, response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(eventOf(now.news));
    if (request.method === 'HEAD') return response.end();
    pages.add(response);
    response.on('close', () => pages.delete(response));
  };
  return {
    server: pageServer(root, null, answer),
    tell(nextDesk, nextNews) {
      now = { desk: nextDesk, news: nextNews };
      for (const page of pages) page.write(eventOf(nextNews));
    },
    pages: () => pages.size,
  };
}

/** `library`, `law`, `playbook/<id>/<hash>` while the listing has that hash, `map/<id>`; undefined for anything else. */
function contentOf(desk: Desk, name: string): unknown {
  const [kind, id = '', hash] = name.split('/');
  const one = desk.playable.get(id);
  switch (kind) {
    case 'library': {
      const scenarios = [...desk.playable.values()].map(({ listing, map }) => ({
        ...listing,
        hasMap: map !== null,
      }));
      return { scenarios, packs: desk.packs };
    }
    case 'law':
      return desk.law === null ? undefined : { ...desk.law, probes: [] };
    case 'playbook':
      return one?.listing.hash === hash ? one?.playbook : undefined;
    case 'map':
      return one?.map ?? undefined;
    default:
      return undefined;
  }
}

function json(request: IncomingMessage, response: ServerResponse, value: unknown): void {
  const text = value === undefined ? '{"error":"There is nothing at this address."}' : JSON.stringify(value);
  response.writeHead(value === undefined ? 404 : 200, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(request.method === 'HEAD' ? undefined : text);
}

function eventOf(news: News): string {
  return `data: ${JSON.stringify(news)}\n\n`;
}
