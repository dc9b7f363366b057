/** The version that an opening entry pins; a change of what a run does changes it. Apart from the engine, so that a list of runs needs none. */
export const ENGINE_VERSION = '2';
