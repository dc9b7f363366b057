/** Whether something from a file has the shape of a debrief's report or of its findings: what is drawn must be what it is taken for. */
import { z } from 'zod';
import { BASES } from '#law/facts.ts';
import { AXES, byAxis } from '#law/trace.ts';

const text = z.string().max(20_000);
const whole = z.int().min(0);
const axis = z.enum(AXES);
const basis = z.enum(BASES);

/** One finding, as the judge gives it. */
export const findingShape = z.strictObject({
  axis,
  verdict: z.enum(['required', 'commended', 'permitted', 'discouraged', 'forbidden']),
  grave: z.boolean(),
  at: whole,
  seq: whole,
  seat: text,
  rule: text,
  title: text,
  because: text,
  authorities: z.array(text),
  on: z.union([
    z.strictObject({ act: whole, kinds: z.array(text) }),
    z.strictObject({
      duty: text,
      outcome: z.enum(['met', 'late', 'missed']),
      opened: whole,
      due: z.int(),
      chance: whole.nullable(),
      act: whole.nullable(),
    }),
  ]),
  also: z.array(text),
  counts: z.boolean(),
});

const letPass = z.looseObject({ decision: text, at: whole });
const standing = z.strictObject({
  standing: z.enum(['sound', 'gaps', 'unsound', 'grave', 'not-exercised']),
  kept: whole,
  due: whole,
  letPass: z.array(letPass).exactOptional(),
});
const actThen = z.looseObject({ action: text, at: whole, did: text });
const named = z.strictObject({ label: text, value: text });

const kept = z.looseObject({ kept: whole, due: whole });
const why = z.looseObject({
  because: z.array(
    z.looseObject({
      question: z.enum([
        'grave',
        'unmet',
        'let-pass',
        'forbidden',
        'most-missed',
        'missed',
        'late',
        'discouraged',
      ]),
      titles: z.array(text),
      missed: whole.exactOptional(),
      of: whole.exactOptional(),
    }),
  ),
  letPass: whole,
  duties: kept,
  rules: kept,
});

/** A whole report. Loose where a later version may have added to it: what is not known is not drawn. */
export const reportShape = z.looseObject({
  language: text,
  scenario: z.looseObject({ id: text, title: text }),
  seat: z.looseObject({ id: text, callsign: text, role: text }),
  seed: whole,
  level: z.enum(['guided', 'say-first', 'uncued', 'coaching']),
  endedAt: whole,
  ending: z.looseObject({
    id: text,
    title: text,
    text,
    turn: z.looseObject({ did: text, text, at: whole, retry: whole.nullable() }).exactOptional(),
  }),
  truth: z.array(named),
  pack: z.looseObject({ id: text, title: text, asOf: z.iso.date(), review: text }),
  ruling: z.looseObject({
    pack: text,
    asOf: text,
    seat: text,
    axes: z.strictObject(byAxis(() => standing)),
    findings: z.array(findingShape),
  }),
  why: z.strictObject(byAxis(() => why)).exactOptional(),
  findings: z.array(
    z.looseObject({
      finding: findingShape,
      did: text,
      saidWhy: text.nullable(),
      knew: z.array(text),
      authorities: z.array(
        z.looseObject({
          id: text,
          citation: text,
          status: text,
          verified: z.enum(['read', 'secondary', 'memory']),
          summary: text,
          source: text,
        }),
      ),
      retry: z.strictObject({ seq: whole, at: whole }).nullable(),
    }),
  ),
  timeline: z.array(
    z.looseObject({
      at: whole,
      seq: whole,
      kind: z.enum(['line', 'did', 'learnt', 'lapsed', 'cut', 'arrived', 'moved', 'ended']),
      who: text,
      text,
      marks: z.array(whole),
    }),
  ),
  couldHaveKnown: z.array(
    z.looseObject({
      fact: text,
      label: text,
      value: text,
      by: text,
      andThen: text.exactOptional(),
      openSince: whole,
      wouldBe: whole,
      was: whole.nullable(),
    }),
  ),
  sooner: z
    .looseObject({
      asked: text,
      at: whole,
      was: whole.nullable(),
      did: z.array(actThen.extend({ without: whole.nullable() })),
      could: z.array(z.looseObject({ acts: z.array(actThen), instead: z.boolean(), wouldBe: whole })),
    })
    .exactOptional(),
  ladder: z.strictObject({
    seats: z.array(z.looseObject({ id: text, name: text })),
    rows: z.array(
      z.looseObject({
        label: text,
        cells: z.array(
          z.looseObject({ at: whole, basis, how: z.enum(['told', 'reported', 'heard']) }).nullable(),
        ),
      }),
    ),
  }),
  told: z
    .array(z.looseObject({ at: whole, whom: z.array(text), did: text, knew: text.nullable() }))
    .exactOptional(),
  objectives: z.array(
    z.looseObject({
      id: text,
      axis,
      text,
      met: z.boolean(),
      how: z.enum(['met', 'in-part', 'missed', 'not-arisen']).exactOptional(),
      against: z.array(text).exactOptional(),
    }),
  ),
  hotWash: z.array(text).exactOptional(),
});
