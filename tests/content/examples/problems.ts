/**
 * Everything that can be wrong with a page's examples, in one table. A check reports problems as
 * values; `report.ts` prints them.
 */

/** What each kind of problem says. A sentence may end with what was found. */
export const PROBLEMS = {
  fence: 'the fence cannot be read',
  'does not compile': 'the block does not compile',
  raised: 'the block ends with an exception that its words do not announce; say raises=… if that is meant',
  'did not raise': 'the block was to end with an exception and did not',
  'raised another': 'the block ends with another exception than announced',
  hung: 'the block does not finish in time',
  flooded: 'the block prints more than 100,000 characters',
  exited: 'the block exits the interpreter',
  died: 'the block ends the interpreter',
  cut: 'the block has more steps or objects than a recording holds',
  'not reached': 'the blocks from here on were not run, because of the problem before',
  'output differs': 'what is printed is not what the page says',
  'pythons differ': 'the Pythons print different things, so the page cannot say what is printed',
  'output missing': 'the block prints something and has no output fence; --update writes it',
  'output unneeded': 'the block prints nothing and has an output fence; --update removes it',
  'output unproved': 'a block with norun cannot have an output fence, since nobody can prove it',
  format: 'the block is not formatted; --update does it',
  lint: 'the linter objects',
  'console differs': 'the session prints something else than the page says',
  'console unreadable': 'the session cannot be read',
  'fence missing': 'an exercise needs the fences starter, solution and tests, each once',
  'entry missing': 'the solution does not define the name in "entry"',
  'tests broken': 'the tests do not run',
  'test untitled': 'a test needs a docstring, which readers see as its title',
  'solution fails': 'the solution does not pass the tests',
  'starter broken': 'the starter does not run',
  'starter passes': 'the starter passes all tests',
  'mutant survives': 'no test notices this mistake; add a test, or "# equivalent: why" on the line',
  'equivalent unneeded': 'every mistake on this line is noticed; remove "# equivalent"',
  'row does not compile': 'the row is not Python',
  'row fails': 'the row cannot be evaluated',
  'row shows otherwise': 'the value of the row is another one',
  'names missing': 'Python lists these names, and no table of the guide has a row for them',
  'sheet unreadable': 'the cheat sheet cannot be read',
  'project incomplete': 'the project lacks a part',
  'milestone fails': 'the solution does not pass the tests of its milestone',
  'milestone passes': 'the tests of a milestone pass without its work',
  'changed meanwhile': 'the file was changed while its examples ran, and was left alone; run them again',
  'trace missing': 'the program has no recording; --update makes it',
  'trace stale': 'the recording is not of this program as it stands; --update makes it anew',
  'trace differs': 'the program takes other steps than its recording; --update records it anew',
  'traces differ': 'the Pythons record different things, so the page cannot step through it',
  'trace unneeded': 'there is a recording of a program that is not traced; --update removes it',
  'proof missing': 'the page has never been proved: run "npm run examples" on it',
  'proof stale': 'the page has changed since it was proved: run "npm run examples" on it',
} as const;

export type ProblemKind = keyof typeof PROBLEMS;

/** Something wrong with a page, and where. */
export interface Problem {
  kind: ProblemKind;
  /** On disk, relative to where the command was given. */
  file: string;
  line: number;
  /** Line of the fence that it is about, to count blocks that failed. */
  fence: number;
  /** The Pythons that it happened on; none if it is the same without running. */
  pythons: string[];
  /** What was found: a diff, a traceback, a message. */
  details: string[];
}
