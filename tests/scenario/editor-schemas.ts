/**
 * The JSON Schemas that editors read (YAML language server): made from the Zod schemas that read the files, with the vocabulary's words
 * filled in, so that an editor completes acts, observations and facts and says on hover what each means (SPEC SC3).
 */
import { z } from 'zod';
import { ACTS, type FieldValue, PURPOSES } from '#law/acts.ts';
import { FACTS } from '#law/facts.ts';
import { OBSERVATIONS } from '#law/observations.ts';
import { AUTHORITIES_FILE, LAYER_FILE, PACKS_FILE, PROBES_FILE } from '#law/schema.ts';
import { planFile } from '#scenario/plan.ts';
import { library, scenario } from '#scenario/schema/schema.ts';

/** File name below scenarios/ → its JSON Schema as text. `node tests/scenario/json-schema.ts` writes them. */
export function editorSchemas(): ReadonlyMap<string, string> {
  const files = {
    'scenario.schema.json': scenario,
    'library.schema.json': library,
    'plan.schema.json': planFile,
    'law/layer.schema.json': LAYER_FILE,
    'law/packs.schema.json': PACKS_FILE,
    'law/probes.schema.json': PROBES_FILE,
    'law/authorities.schema.json': AUTHORITIES_FILE,
  };
  return new Map(
    Object.entries(files).map(([name, schema]) => [name, `${JSON.stringify(forEditors(schema), null, 1)}\n`]),
  );
}

type Shape = Record<string, unknown>;

function forEditors(schema: z.ZodType): Shape {
  const used = new Set<string>();
  const made: Shape = z.toJSONSchema(schema, {
    io: 'input',
    override: ({ jsonSchema }) => {
      const { editor } = jsonSchema;
      if (typeof editor !== 'string' || !isWord(editor)) return;
      const { description } = jsonSchema;
      for (const key of Object.keys(jsonSchema)) delete jsonSchema[key];
      used.add(editor);
      Object.assign(jsonSchema, description === undefined ? {} : { description }, {
        $ref: `#/$defs/${editor}`,
      });
    },
  });
  const words = Object.fromEntries([...used].sort().map((word) => [word, WORDS[word as Word]()]));
  const { $defs, ...rest } = made;
  return { ...rest, $defs: { ...(typeof $defs === 'object' ? $defs : {}), ...words } };
}

/** What `.meta({ editor })` can name in a schema. */
const WORDS = {
  'act-kind': () => kinds(ACTS),
  act: () => namedWithFields(ACTS, (values) => ({ enum: values }), { for: PURPOSES }),
  'act-pattern': () => namedWithFields(ACTS, pattern, { for: PURPOSES }),
  'act-with-fields': () => oneWithFields(ACTS, (values) => ({ enum: values }), { for: PURPOSES }),
  observation: () => namedWithFields(OBSERVATIONS, (values) => ({ enum: values })),
  'observation-pattern': () => namedWithFields(OBSERVATIONS, pattern),
  'fact-name': () => ({
    anyOf: Object.entries(FACTS).map(([fact, { label }]) => ({ const: fact, description: label })),
  }),
  facts: () => factsOf((values) => ({ enum: values })),
  'fact-patterns': () => factsOf(pattern),
} as const;
type Word = keyof typeof WORDS;

function isWord(word: string): word is Word {
  return Object.hasOwn(WORDS, word);
}

interface Kind {
  readonly says: string;
  readonly fields: Readonly<Record<string, readonly FieldValue[]>>;
}

function kinds(list: Readonly<Record<string, Kind>>): Shape {
  return { anyOf: Object.entries(list).map(([kind, { says }]) => ({ const: kind, description: says })) };
}

/** A name alone, or one name with fields. */
function namedWithFields(...given: Parameters<typeof oneWithFields>): Shape {
  return { anyOf: [kinds(given[0]), oneWithFields(...given)] };
}

/** One name with fields; `field` says what may stand for a field's closed values. */
function oneWithFields(
  list: Readonly<Record<string, Kind>>,
  field: (values: readonly FieldValue[]) => Shape,
  everywhere: Readonly<Record<string, readonly FieldValue[]>> = {},
): Shape {
  const properties = Object.entries(list).map(([kind, { says, fields }]) => {
    const all = Object.entries({ ...fields, ...everywhere });
    const inner = Object.fromEntries(
      all.map(([name, values]) => [name, { description: hover(kind, name, values), ...field(values) }]),
    );
    return [
      kind,
      { type: 'object', description: says, properties: inner, additionalProperties: false },
    ] as const;
  });
  return {
    type: 'object',
    minProperties: 1,
    maxProperties: 1,
    additionalProperties: false,
    properties: Object.fromEntries(properties),
  };
}

/** What an editor says over a field: whose it is and what it can hold. */
function hover(kind: string, field: string, values: readonly FieldValue[]): string {
  return field === 'for'
    ? `Its purpose, as told to the seat: ${values.join(', ')}.`
    : `${kind}, ${field}: ${values.join(', ')}.`;
}

/** Facts of the vocabulary by name; law reads no others. */
function factsOf(value: (values: readonly string[]) => Shape): Shape {
  const properties = Object.entries(FACTS).map(
    ([fact, { label, values }]) => [fact, { description: label, ...value(values) }] as const,
  );
  return { type: 'object', properties: Object.fromEntries(properties), additionalProperties: false };
}

/** One value, a list of them, or that the field is not stated. */
function pattern(values: readonly FieldValue[]): Shape {
  const one = { enum: [...values, 'absent'] };
  return { anyOf: [one, { type: 'array', items: one, minItems: 1 }] };
}
