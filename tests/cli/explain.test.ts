/** `deconflict explain`: what the law of each place asks in a scenario. */
import { expect, test } from 'vitest';
import { shippedLaw, shippedPlaybook } from '#cli/disk/shipped.ts';
import { readSources } from '#cli/disk/sources.ts';
import { judge } from '#law/judge.ts';
import { runPlan } from '#plans/run-plan.ts';
import { readPlanFor } from '#scenario/plan.ts';
import { lawHere } from '#verify/reading/duties-here.ts';
import { deconflict, folder } from './deconflict.ts';

test('[CL60] of each pack: what an observation opens, when it is due, what meets it, and what it says nothing on', async () => {
  const home = folder();
  await deconflict('new', 'first-call', '--in', home);
  const said = await deconflict('explain', `${home}/first-call`, '--json');
  const told = JSON.parse(said.out) as { seat: string; packs: ReturnType<typeof lawHere>[] };
  expect([said.code, said.err, told.seat]).toEqual([0, '', 'patrol']);
  expect(told.packs.map(({ pack }) => pack)).toEqual(Object.keys(shippedLaw().packs));
  const neutral = told.packs.find(({ pack }) => pack === 'neutral');
  const claim = neutral?.observations.find(({ observation }) => observation === 'federal-claim');
  expect(claim?.duties[0]).toMatchObject({
    duty: 'practice/check-before-concluding',
    due: { withinMs: 300_000 },
    metBy: [{ option: 'his-word/have-it-checked' }],
  });
  const prose = await deconflict('explain', `${home}/first-call`, '--pack', 'neutral');
  expect(prose.out).toContain('federal-claim (somebody says they are federal) opens');
  expect(prose.out).toContain('due within 5m');
  expect(prose.out).toContain(
    'met by his-word/have-it-checked (“Ask his name and have Control check it with his agency.”)',
  );
});

test('[CL60] a seat or a pack that there is not is wrong use, told with those there are', async () => {
  const [seat, pack] = await Promise.all([
    deconflict('explain', 'residence-207', '--seat', 'mayor'),
    deconflict('explain', 'residence-207', '--pack', 'nowhere'),
  ]);
  expect([seat.code, seat.out, pack.code, pack.out]).toEqual([2, '', 2, '']);
  expect(seat.err).toContain('patrol');
  expect(pack.err).toContain('neutral');
});

test('[RH70] what the judge takes for a duty in a run, and nothing else of that run, is what is said to meet it', () => {
  const playbook = shippedPlaybook('residence-207');
  const files = readSources();
  const law = shippedLaw();
  let met = 0;
  for (const name of ['careful-federal', 'careful-impostors', 'helps-the-hurt']) {
    const { plan } = readPlanFor(playbook, files, `residence-207/plans/${name}.plan.yaml`);
    if (plan === null) throw new Error(name);
    const { trace } = runPlan(playbook, plan, { toEnd: true });
    for (const pack of Object.keys(law.packs)) {
      const under = { law, pack, asOf: playbook.asOf, switches: {} };
      const duties = lawHere(playbook, 0, under).observations.flatMap((one) => one.duties);
      const { findings } = judge(trace, { ...under, seat: playbook.seats[0]?.id ?? '' });
      for (const { on } of findings) {
        if (!('duty' in on) || on.outcome !== 'met' || on.act === null) continue;
        const act = trace.find((event) => event.kind === 'act' && event.id === on.act);
        if (act?.kind !== 'act') throw new Error('there is no such act');
        const { source } = act;
        const offer =
          'action' in source
            ? { action: source.action }
            : 'decision' in source
              ? { option: `${source.decision}/${source.option}` }
              : {};
        expect(duties.find(({ duty }) => duty === on.duty)?.metBy, on.duty).toContainEqual(offer);
        met += 1;
      }
    }
  }
  expect(met).toBeGreaterThan(20);
});
