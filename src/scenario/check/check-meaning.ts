/** Meaning checks on a compiled scenario: what reads well but will not play well. */
import type { Diagnostic } from '#language/diagnostic.ts';
import { printDuration } from '#language/duration.ts';
import type { Source } from '#language/yaml-reader.ts';
import { compiledDecisions, decisionsOf } from '../draft/decisions-written.ts';
import { PlaybookDraft } from '../draft/playbook-draft.ts';
import { down, into, type Site, siteOf } from '../draft/site.ts';
import type { Playbook, TextId } from '../playbook.ts';
import type { ScenarioWritten } from '../schema/schema.ts';
import { halves, leastWithinMs } from '../texts/reading-time.ts';
import { checkBalance } from './check-balance.ts';
import { checkIdle } from './check-idle.ts';
import { checkItems } from './check-items.ts';
import { checkMap } from './check-map.ts';
import { checkSeats } from './check-seats.ts';

export interface Checked {
  readonly written: ScenarioWritten;
  readonly top: Site;
  readonly files: ReadonlyMap<string, string>;
  readonly translations: Readonly<Record<string, Source>>;
}

/** The longest a text may be before people stop reading it on a card, a button, or hear it out on the air. */
const LONGEST = { ask: 240, option: 110, action: 80, line: 320 } as const;

/** Every problem of meaning, in no particular order. */
export function checkMeaning(playbook: Playbook, checked: Checked): Diagnostic[] {
  const draft = new PlaybookDraft();
  const { written, top, translations } = checked;
  checkTimes(playbook, checked, draft);
  checkLengths(checked, draft);
  checkItems(playbook, written, top, translations, draft);
  checkBalance(written, top, draft);
  checkIdle(playbook, written, top, draft);
  checkSeats(playbook, written, top, draft);
  checkReach(playbook, checked, draft);
  checkAskable(playbook, checked, draft);
  checkBraces(playbook, checked, draft);
  checkTranslations(playbook, checked, draft);
  checkMap(written, top, checked.files, draft);
  return draft.problems;
}

/** DESIGN §4: `within` is at least 1.5 × reading time + 10 s, the longest over the languages. */
function checkTimes(playbook: Playbook, { written, top }: Checked, draft: PlaybookDraft): void {
  const known = compiledDecisions(playbook);
  for (const { decision, site } of decisionsOf(written, top)) {
    const compiled = known.get(decision.id);
    if (compiled === undefined) continue;
    const ids = [compiled.ask, ...compiled.options.map((option) => option.say)];
    const least = leastWithinMs(languagesOf(playbook, ids));
    if (compiled.withinMs >= least) continue;
    const message = `\`${decision.id}\` gives ${printDuration(compiled.withinMs)}; reading it and deciding takes ${printDuration(least)} (1.5 × reading time + 10 s).`;
    const repair = `Write \`within: ${printDuration(least)}\` or more, or shorten the decision.`;
    draft.report('SC0401', into(site, 'within'), message, repair, 'warning');
  }
}

/** Per language, and with radio codes and in plain words: the texts a reader of it would see. */
function languagesOf(playbook: Playbook, ids: readonly TextId[]): string[][] {
  const tables = [playbook.texts, ...Object.values(playbook.translations)];
  return tables.flatMap((table) => {
    const texts = ids.map((id) => halves((Object.hasOwn(table, id) ? table[id] : playbook.texts[id]) ?? ''));
    return [texts.map(([codes]) => codes), texts.map(([, plain]) => plain)];
  });
}

function checkLengths({ written, top }: Checked, draft: PlaybookDraft): void {
  const check = (text: string, site: Site, most: number) => {
    const length = Math.max(...halves(text).map((half) => half.length));
    if (length <= most) return;
    const message = `This text has ${length} characters; the limit here is ${most}.`;
    draft.report('SC0403', site, message, `Shorten it to ${most} letters, or split it.`, 'warning');
  };
  for (const { decision, site } of decisionsOf(written, top)) {
    check(decision.ask, into(site, 'ask'), LONGEST.ask);
    for (const [n, option] of decision.options.entries()) {
      check(option.say, down(site, 'options', n, 'say'), LONGEST.option);
    }
  }
  for (const [id, action] of Object.entries(written.actions ?? {})) {
    if (action.say !== undefined) check(action.say, down(top, 'actions', id, 'say'), LONGEST.action);
  }
  for (const [person, { ways = {} }] of Object.entries(written.talk ?? {})) {
    for (const [way, own] of Object.entries(ways)) {
      if (own !== false && own.say !== undefined)
        check(own.say, down(top, 'talk', person, 'ways', way, 'say'), LONGEST.action);
    }
  }
  eachLine(written, [], (text, path) => check(text, down(top, ...path), LONGEST.line));
}

/** What breaks up must be there to be asked for: some action or option says `repeat`. */
function checkAskable(playbook: Playbook, { written, top }: Checked, draft: PlaybookDraft): void {
  if (playbook.lists.some((list) => list.some((effect) => effect.do === 'repeat'))) return;
  eachLine(written, [], (_, path) => {
    if (path.at(-1) !== 'heard' || path.at(-2) !== 'radio') return;
    const message = 'This call breaks up, but nobody can ask for it again.';
    const repair = 'Add an action with `then: [{ repeat: true }]`, or use common/patrol.';
    draft.reportKey('SC0406', down(top, ...path), message, repair, 'warning');
  });
}

/** A text with `{codes|plain words}` must close its braces, or people read them. */
function checkBraces(playbook: Playbook, checked: Checked, draft: PlaybookDraft): void {
  const { written, top } = checked;
  const walk = (value: unknown, path: (string | number)[]): void => {
    if (typeof value === 'string') {
      const isText =
        TEXT_KEYS.has(String(path.at(-1))) ||
        path[0] === 'places' ||
        path[0] === 'brief' ||
        path.at(-2) === 'says';
      if (isText && halves(value).some((half) => /[{}]/.test(half))) reportBraces(down(top, ...path), draft);
    } else if (value !== null && typeof value === 'object') {
      for (const [key, inner] of Object.entries(value))
        walk(inner, [...path, Array.isArray(value) ? Number(key) : key]);
    }
  };
  walk(written, []);
  for (const [language, source] of Object.entries(checked.translations)) {
    for (const [id, text] of Object.entries(playbook.translations[language] ?? {})) {
      if (halves(text).some((half) => /[{}]/.test(half))) reportBraces(into(siteOf(source), id), draft);
    }
  }
}

const TEXT_KEYS = new Set([
  'face',
  'hands',
  'title',
  'text',
  'say',
  'ask',
  'name',
  'as',
  'label',
  'role',
  'callsign',
  'heard',
]);

function reportBraces(site: Site, draft: PlaybookDraft): void {
  const message =
    'A brace in this text has no match, or there is not exactly one `|` between the two braces.';
  draft.report('SC0404', site, message, 'Write `{radio code|plain words}`, or leave out the braces.');
}

/** Calls back for the text of every line anywhere in the scenario. */
function eachLine(
  value: unknown,
  path: (string | number)[],
  tell: (text: string, path: (string | number)[]) => void,
): void {
  if (value === null || typeof value !== 'object') return;
  for (const [key, inner] of Object.entries(value)) {
    const step = Array.isArray(value) ? Number(key) : key;
    const isLine =
      ['radio', 'say', 'phone', 'screen'].includes(key) && inner !== null && typeof inner === 'object';
    if (isLine && typeof inner.text === 'string') {
      tell(inner.text, [...path, step, 'text']);
      if (typeof inner.heard === 'string') tell(inner.heard, [...path, step, 'heard']);
      eachLine(inner.then, [...path, step, 'then'], tell);
    } else eachLine(inner, [...path, step], tell);
  }
}

/** A state that no `go`, no `on` and no start leads to is never played. */
function checkReach(playbook: Playbook, { written, top }: Checked, draft: PlaybookDraft): void {
  const reached = new Set([
    ...playbook.regions.map((region) => region.first),
    ...playbook.signals.map((signal) => signal.state),
    ...playbook.states.flatMap((state, n) => state.settle.filter((way) => way.to !== n).map((way) => way.to)),
  ]);
  let n = 0;
  for (const [region, { states }] of Object.entries(written.story)) {
    for (const state of Object.keys(states)) {
      if (reached.has(n++)) continue;
      const site = down(top, 'story', region, 'states', state);
      const repair = `Lead to it with \`{ go: ${state} }\`, or remove it.`;
      draft.reportKey('SC0402', site, `Nothing leads to the state \`${state}\`.`, repair, 'warning');
    }
  }
}

function checkTranslations(playbook: Playbook, { translations }: Checked, draft: PlaybookDraft): void {
  for (const [language, source] of Object.entries(translations)) {
    const top = siteOf(source);
    const texts = playbook.translations[language] ?? {};
    const known = new Map(Object.keys(playbook.texts).map((name, n) => [name, n]));
    for (const id of Object.keys(texts)) {
      if (Object.hasOwn(playbook.texts, id)) continue;
      draft.findKey(known, id, into(top, id), 'SC0701', 'text');
    }
    const missing = Object.keys(playbook.texts).filter((id) => !Object.hasOwn(texts, id));
    if (missing.length === 0) continue;
    const shown = missing.slice(0, 3).join(', ');
    const count = missing.length === 1 ? 'One text id has' : `${missing.length} text ids have`;
    const message = `${count} no translation: ${shown}${missing.length > 3 ? ', …' : ''}.`;
    draft.report('SC0702', top, message, 'Add them; until then they are shown in English.', 'warning');
  }
}
