/** What writers of test items get wrong, measured on what is shipped: length, order and time give nothing away. */
import { expect, test } from 'vitest';
import { shippedLaw } from '#cli/shipped.ts';
import { readSources } from '#cli/sources.ts';
import { judgeActs } from '#law/judge-acts.ts';
import type { Seen } from '#law/observations.ts';
import { type Perception, perceive } from '#law/perception.ts';
import { AXES, type TraceEvent } from '#law/trace.ts';
import { runPlan } from '#rehearsal/run-plan.ts';
import { planPaths, readPlanFor } from '#scenario/plan.ts';
import type { Decision, Playbook } from '#scenario/playbook.ts';
import { halves, leastWithinMs } from '#scenario/reading-time.ts';
import { readScenario, scenarioIds } from '#scenario/read.ts';
