// Mutants that change nothing which anybody could notice, each with the reason; reviewed one by one.

/** By file, line and change. @type {ReadonlyMap<string, string>} */
export const EQUIVALENT = new Map([
  [
    'rules.ts: ...masterSteps(viewer, action, false),: false → true',
    'It is asked for deleting, which no right implies: whether there is a right makes no difference.',
  ],
]);
