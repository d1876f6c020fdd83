/** How often a property is tried with made-up input: `npm run fuzz` asks for more than a test run needs. */
export function fuzzRuns(usual: number): number {
  return Math.max(usual, Number(process.env['FUZZ_RUNS'] ?? 0));
}
