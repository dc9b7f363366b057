/** What has to be looked at again after a change (SPEC RH4). */

/**
 * What a change of a slot or place can change: bits of `slotReads` and `regionReads`. `open` is for decisions that open or close. The bits
 * from `firstLane` up say which standing actions to ask again (possible-actions.ts).
 */
export const TOUCHES = { offers: 1, automations: 2, guards: 4, open: 8, firstLane: 16, all: -1 } as const;
