/** `node tests/verify/evidence/run.ts [scenario] [bot runs] [first seed]`: map, words and log against each other over all plans and bots; prints what contradicts. */
import { evidence } from './evidence.ts';

const [scenario = 'residence-207', runs = '20', from = '1'] = process.argv.slice(2);
const began = performance.now();
const { moments, played, found } = evidence(scenario, {
  bots: Number(runs),
  from: Number(from),
  ...(from === '1' ? {} : { plans: () => false }),
});
for (const [what, n] of [...found].sort((a, b) => b[1].times - a[1].times))
  console.log(`${String(n.times).padStart(6)}  ${what}  (${n.where})`);
console.log(
  `${played} runs, ${moments} moments, ${found.size} kinds of contradiction, ${Math.round(performance.now() - began)} ms`,
);
process.exitCode = found.size === 0 ? 0 : 1;
