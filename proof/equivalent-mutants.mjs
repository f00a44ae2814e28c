// Mutants that change nothing which anybody could notice, each with the reason; reviewed one by one.

/** By file and change. @type {ReadonlyMap<string, string>} */
export const EQUIVALENT = new Map([]);
