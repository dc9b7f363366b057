/**
 * The flagship proved under every pack: prints, for each pack and truth, the word of each property with states, edges, seconds and bytes.
 *
 * `PROVE_SECONDS` is how long each pack may take (default 120). Exit 1 where anything is found, or a property is not shown.
 */

import { shippedLaw, shippedPlaybook } from '#cli/disk/shipped.ts';
import { readSources } from '#cli/disk/sources.ts';
import { proveScenario } from '#cli/proof/check-proof.ts';
import { printDiagnostic } from '#language/diagnostic.ts';

const seconds = Number(process.env.PROVE_SECONDS ?? '120');
const limits = { states: 200_000, ms: seconds * 1000 };
const provable = { playbook: shippedPlaybook('residence-207'), law: shippedLaw(), files: readSources() };
const { proofs, findings } = await proveScenario(provable, { limits, workers: 2 });
for (const { pack, truth, property, word, states, edges, frontier, seconds: took, bytesPerState } of proofs) {
  console.log(
    [
      pack.padEnd(36),
      (truth ?? '').padEnd(16),
      property,
      word.padEnd(9),
      `${states} states`,
      `${edges} edges`,
      `frontier ${frontier}`,
      `${took.toFixed(1)} s`,
      `${bytesPerState} B/state`,
    ].join('  '),
  );
}
for (const note of new Set(
  proofs.flatMap(({ pack, note: said }) => (said === undefined ? [] : [`${pack}: ${said}`])),
))
  console.log(note);
for (const { problem } of findings) console.log(printDiagnostic(problem));
process.exitCode = findings.length === 0 && proofs.every(({ word }) => word !== 'stopped') ? 0 : 1;
