/** An action that goes on after a cut: a slot of what is left, where the author says so and nowhere else. */
import { expect, test } from 'vitest';
import { readScenario } from '#scenario/read.ts';
import { tellingSlots } from '#verify/basis/slices.ts';
import { SAMPLE, sampleFiles } from './sample.ts';

const read = (line: string) => {
  const text = SAMPLE.replace('  ask-dispatch:\n', `  ask-dispatch:\n${line}`);
  const { playbook, problems } = readScenario(sampleFiles({ 'sample/scenario.yaml': text }), 'sample');
  expect(problems).toEqual([]);
  if (playbook === null) throw new Error('no playbook');
  return playbook;
};
const left = ({ slots }: ReturnType<typeof read>) => slots.filter(({ id }) => id.startsWith('left.'));

test('[EX33] what is left of an action has a slot where it goes on; else the playbook is the same to the letter', () => {
  const plain = read('');
  expect(left(plain)).toEqual([]);
  expect(JSON.stringify(read('    resumes: false\n'))).toBe(JSON.stringify(plain));
  const goesOn = read('    resumes: true\n');
  const takes = goesOn.actions.find(({ id }) => id === 'ask-dispatch')?.takesMs;
  expect(left(goesOn)).toMatchObject([{ id: 'left.patrol.ask-dispatch', start: 0, max: takes }]);
  expect({ ...goesOn, slots: plain.slots }).toEqual(plain);
});

test('[EX33] [RH32] two situations of which one has less left are two', () => {
  const goesOn = read('    resumes: true\n');
  const slot = goesOn.slots.findIndex(({ id }) => id.startsWith('left.'));
  expect(tellingSlots(goesOn, false)).toContainEqual({ slot, most: Number.MAX_SAFE_INTEGER });
});
