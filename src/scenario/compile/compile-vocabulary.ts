/** Acts and observations as written, checked against the vocabulary that the law reads. */
import { suggest, suggestValue } from '#language/did-you-mean.ts';
import { ACTS, type Act, type FieldValue, PURPOSES } from '#law/acts.ts';
import { OBSERVATIONS, type Seen } from '#law/observations.ts';
import type { PlaybookDraft } from '../draft/playbook-draft.ts';
import { into, type Site } from '../draft/site.ts';
import type { ActsWritten } from '../schema/schema.ts';

type Fields = Readonly<Record<string, string | boolean>>;

/** The acts of an option, action or automation, in order; wrong ones are reported and left out. */
export function compileActs(written: ActsWritten, site: Site, draft: PlaybookDraft): Act[] {
  return written.flatMap((act, index) => {
    const here = into(site, index);
    const kinds = Object.entries(act);
    if (kinds.length !== 1) {
      const message = `An act is one kind with its fields; there are ${kinds.length} kinds here.`;
      draft.report('SC0201', here, message, 'Write one `{ kind: { field: value } }` for each act.');
    }
    return kinds.flatMap(([kind, fields]) => {
      const known = Object.hasOwn(ACTS, kind) ? ACTS[kind] : undefined;
      if (known === undefined) {
        draft.reportKey(
          'SC0201',
          into(here, kind),
          `There is no act \`${kind}\`.`,
          suggest(kind, Object.keys(ACTS)),
        );
        return [];
      }
      const allowed = { ...known.fields, for: PURPOSES };
      return [
        { kind, fields: checkFields(fields, allowed, into(here, kind), kind, ['SC0202', 'SC0203'], draft) },
      ];
    });
  });
}

/** An observation as written: a kind alone, or kinds with their fields. */
export function compileSeen(
  written: string | Readonly<Record<string, Fields>>,
  site: Site,
  draft: PlaybookDraft,
): Seen[] {
  const kinds: [string, Fields][] = typeof written === 'string' ? [[written, {}]] : Object.entries(written);
  return kinds.flatMap(([kind, fields]) => {
    const known = Object.hasOwn(OBSERVATIONS, kind) ? OBSERVATIONS[kind] : undefined;
    const here = typeof written === 'string' ? site : into(site, kind);
    if (known === undefined) {
      const message = `There is no observation \`${kind}\`.`;
      const repair = suggest(kind, Object.keys(OBSERVATIONS));
      if (typeof written === 'string') draft.report('SC0204', here, message, repair);
      else draft.reportKey('SC0204', here, message, repair);
      return [];
    }
    const checked = checkFields(fields, known.fields, here, kind, ['SC0205', 'SC0206'], draft);
    return [
      {
        observation: kind,
        fields: Object.fromEntries(Object.entries(checked).map(([k, v]) => [k, String(v)])),
      },
    ];
  });
}

/** Fields sorted by name, so that equal acts are equal JSON. */
function checkFields(
  fields: Fields,
  allowed: Readonly<Record<string, readonly FieldValue[]>>,
  site: Site,
  kind: string,
  codes: readonly [string, string],
  draft: PlaybookDraft,
): Record<string, FieldValue> {
  const checked: Record<string, FieldValue> = {};
  for (const [field, value] of Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const values = Object.hasOwn(allowed, field) ? allowed[field] : undefined;
    if (values === undefined) {
      const repair = suggest(field, Object.keys(allowed), 'Remove it: this has no fields.');
      draft.reportKey(codes[0], into(site, field), `\`${kind}\` has no field \`${field}\`.`, repair);
    } else if (values.includes(value)) {
      checked[field] = value;
    } else {
      const repair = suggestValue(value, values);
      draft.report(
        codes[1],
        into(site, field),
        `\`${field}\` of \`${kind}\` is never \`${String(value)}\`.`,
        repair,
      );
    }
  }
  return checked;
}
