/** Reads a trace of Chromium: which tasks the page's main thread was busy with, and what most of each was. */

/** One task of the main thread. */
export interface Task {
  readonly ms: number;
  /** Of these, with the processor: a busy machine gives it to others in between. */
  readonly cpu: number;
  /** Milliseconds since the page was asked for. */
  readonly at: number;
  /** What took most of it: kind, script, milliseconds. */
  readonly what: string;
}

interface Event {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: {
    readonly fileName?: string;
    readonly name?: string;
    readonly data?: {
      readonly url?: string;
      readonly functionName?: string;
      readonly isLoadingMainFrame?: boolean;
      readonly documentLoaderURL?: string;
    };
  };
}

/** The tasks of the page's main thread that took it longest, the first twelve. Throws where the trace has no page. */
export function tasksIn(trace: string): readonly Task[] {
  const { traceEvents } = JSON.parse(trace) as { readonly traceEvents: readonly Event[] };
  // The one start of a page that was loaded over HTTP.
  const start = traceEvents.findLast(
    ({ name, args }) => name === 'navigationStart' && args?.data?.documentLoaderURL?.startsWith('http'),
  );
  if (start === undefined) throw new Error('The trace has no page.');
  const own = traceEvents.filter(
    ({ ph, pid, tid, ts }) => ph === 'X' && pid === start.pid && tid === start.tid && ts >= start.ts,
  );
  const tasks = own.filter(({ name }) => name.endsWith('RunTask')).sort((a, b) => cpuOf(b) - cpuOf(a));
  return tasks.slice(0, 12).map((task) => ({
    ms: (task.dur ?? 0) / 1_000,
    cpu: cpuOf(task) / 1_000,
    at: (task.ts - start.ts) / 1_000,
    what: partsOf(task, own),
  }));
}

function cpuOf({ tdur, dur }: Event): number {
  return tdur ?? dur ?? 0;
}

/** Its largest parts that say which they are. */
function partsOf(task: Event, events: readonly Event[]): string {
  const end = task.ts + (task.dur ?? 0);
  const inside = events.filter(
    ({ name, ts, dur }) => ts >= task.ts && ts + (dur ?? 0) <= end && KINDS.has(name),
  );
  const parts = inside
    .sort((a, b) => (b.dur ?? 0) - (a.dur ?? 0))
    .slice(0, 3)
    .map(({ name, dur, args }) => {
      const script = (args?.data?.url ?? args?.fileName)?.split('/').at(-1) ?? '';
      return `${name} ${script} ${args?.data?.functionName ?? ''} ${((dur ?? 0) / 1_000).toFixed(0)} ms`;
    });
  return parts.join('; ').replace(/ +/g, ' ');
}

const KINDS: ReadonlySet<string> = new Set([
  'EvaluateScript',
  'v8.evaluateModule',
  'v8.compile',
  'v8.compileModule',
  'FunctionCall',
  'FireAnimationFrame',
  'FireIdleCallback',
  'TimerFire',
  'RunMicrotasks',
  'EventDispatch',
  'Layout',
  'UpdateLayoutTree',
  'ParseHTML',
  'Paint',
  'MajorGC',
  'MinorGC',
]);
