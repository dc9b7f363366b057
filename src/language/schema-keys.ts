/** What a schema says of a place in a file: which keys may stand there, and what form a text has (SPEC LG14). */
import { z } from 'zod';
import type { Path } from './yaml-reader.ts';

type Schema = z.core.$ZodType;

/** The schemas that may rule the value at a path: several where a union leaves it open, none where the path leads out of it. */
export function schemasAt(schema: Schema, path: Path): readonly Schema[] {
  return path.reduce<readonly Schema[]>(
    (here, step) => here.flatMap((one) => inside(one, step)).slice(0, MOST),
    opened(schema),
  );
}

/** The keys that objects with keys of their own may have among these; records, which take any name, have none. */
export function keysOf(schemas: readonly Schema[]): ReadonlySet<string> {
  return new Set(schemas.flatMap((one) => Object.keys(shapeOf(one) ?? {})));
}

/** The name of the form that texts there have (`form:<name>`, see zod-issues.ts); null where any text will do. */
export function formAt(schemas: readonly Schema[]): string | null {
  for (const one of schemas) {
    // No form allows such a text, and what has none takes any.
    const told = z.core.safeParse(one, '\u0000').error?.issues.map(({ message }) => message) ?? [];
    const form = told.find((message) => message.startsWith('form:'));
    if (form !== undefined) return form.slice('form:'.length);
  }
  return null;
}

/** More than any place of ours can be; a union of unions of effects is the widest. */
const MOST = 200;

/** What the kinds of schemas that we use hold. */
interface Def {
  readonly type: string;
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly element?: Schema;
  readonly valueType?: Schema;
  readonly options?: readonly Schema[];
  readonly items?: readonly Schema[];
  readonly innerType?: Schema;
  readonly getter?: () => Schema;
  readonly in?: Schema;
}

function defOf(schema: Schema): Def {
  return schema._zod.def;
}

function shapeOf(schema: Schema): Readonly<Record<string, Schema>> | undefined {
  return defOf(schema).shape;
}

function inside(schema: Schema, step: string | number): readonly Schema[] {
  const { shape, element, valueType, items } = defOf(schema);
  const found =
    typeof step === 'number'
      ? (element ?? items?.[step])
      : shape !== undefined && Object.hasOwn(shape, step)
        ? shape[step]
        : valueType;
  return found === undefined ? [] : opened(found);
}

/** A schema without what is only wrapped round it; a union as its parts. */
function opened(schema: Schema): readonly Schema[] {
  const { getter, innerType, options, in: from } = defOf(schema);
  const within = getter?.() ?? innerType ?? from;
  if (within !== undefined) return opened(within);
  return options === undefined ? [schema] : options.flatMap(opened);
}
