/** What a page's heap is made of, by whose it is: one V8 heap snapshot added up. */
import type { CDPSession } from 'playwright-core';

/** Bytes, each counted once, in the one part it belongs to. */
export interface Parts {
  /** What the page's script made and still holds: objects, lists, functions, bytes, texts, also those outside of V8's heap. A leak shows here. */
  readonly own: number;
  /** What V8 made of the script: bytecode, machine code, feedback, object shapes, and which code relies on which shape. */
  readonly code: number;
  /** What the browser keeps beside V8's heap: elements, styles, layout, and its own caches of them. */
  readonly browser: number;
}

/** Takes a snapshot of the page, which collects garbage first, and adds it up. The profiler must be enabled; throws on a form it cannot read. */
export async function partsOf(cdp: CDPSession): Promise<Parts> {
  const chunks: string[] = [];
  const hear = ({ chunk }: { readonly chunk: string }) => {
    chunks.push(chunk);
  };
  cdp.on('HeapProfiler.addHeapSnapshotChunk', hear);
  await cdp.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  cdp.off('HeapProfiler.addHeapSnapshotChunk', hear);
  return addedUp(JSON.parse(chunks.join('')));
}

/** The part of the file's form that is read: node after node in one flat list, its fields named once. */
interface Snapshot {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[];
      readonly node_types: readonly [readonly string[], ...unknown[]];
    };
  };
  readonly nodes: readonly number[];
  readonly strings: readonly string[];
}

function addedUp({ snapshot, nodes, strings }: Snapshot): Parts {
  const { node_fields, node_types } = snapshot.meta;
  const placeOf = (field: string) => {
    const place = node_fields.indexOf(field);
    if (place === -1) throw new Error(`A heap snapshot without "${field}": its form has changed.`);
    return place;
  };
  const [type, name, size] = [placeOf('type'), placeOf('name'), placeOf('self_size')];
  const sum = { own: 0, code: 0, browser: 0 };
  for (let at = 0; at < nodes.length; at += node_fields.length) {
    const kind = node_types[0][nodes[at + type] ?? -1] ?? '';
    sum[partOf(kind, strings[nodes[at + name] ?? -1] ?? '')] += nodes[at + size] ?? 0;
  }
  return sum;
}

/** What V8 has no kind for is called native too, by a name of V8's. These belong to its code; the others are taken for the page's. */
const OF_CODE: ReadonlySet<string> = new Set([
  'system / WeakArrayList',
  'system / ProtectedFixedArray',
  'system / SharedFunctionInfoWrapper',
]);

function partOf(type: string, name: string): keyof Parts {
  if (type === 'code' || type === 'object shape' || OF_CODE.has(name)) return 'code';
  return type === 'native' && !name.startsWith('system / ') ? 'browser' : 'own';
}
