// Mutants that change nothing which anybody could notice, each with the reason; reviewed one by one.

/** By file, line and change. @type {ReadonlyMap<string, string>} */
export const EQUIVALENT = new Map([
  [
    'rules.ts: ...masterSteps(viewer, action, false),: false → true',
    'It is asked for deleting, which no right implies: whether there is a right makes no difference.',
  ],
  [
    "scope.ts: kind === 'call' || kind === 'history' ? [] : owned(holdings, CLASS_OF_OWNED[kind]),: || → &&",
    'A share of calls or of call history becomes a grant of a class that there is not, in which nothing lies; the types refuse it besides.',
  ],
]);
