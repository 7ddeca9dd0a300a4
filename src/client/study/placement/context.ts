/**
 * The programs of a page share their names, and a question may use what an earlier program made. Asked alone, it
 * needs those statements beside it. They are found by reading names, not by parsing Python: a statement too many
 * does no harm.
 */

/** A statement of the outermost level, in lines of its program from 0; `to` is its last. */
export interface Statement {
  /** Place of its program. */
  program: number;
  from: number;
  to: number;
}

interface Part extends Statement {
  text: string;
  makes: Set<string>;
}

/** A name that is no attribute and no name of an argument. */
const NAME = /(?<![\w.])[A-Za-z_]\w*(?!\w|=(?!=))/g;
/** What binds names at the beginning of a line, the names in group 1. */
const BINDINGS = [
  /^(?:async )?(?:def|class) (\w+)/,
  /^(?:from [\w.]+ )?import (.+)/,
  /^(?:async )?for (.+?) in\b/,
  /^with .+ as (\w+)/,
  /^type (\w+)/,
  /^(?!\w+\[)([\w, ()*[\]]+?)(?:: [^=]+)? = /,
];
/** What binds names for the rest of its line or block: loops within brackets, parameters, names of exceptions and assignments within expressions. */
const INNER = [/\bfor (.+?) in\b/g, /\blambda ([^:]*):/g, /\bdef \w+\((.*)\)/g, /\bas (\w+)/g, /(\w+) :=/g];
/** Goes on with the statement above it, at the left edge as it may stand. */
const GOES_ON = /^(?:$|\s|[)\]}]|(?:elif|else|except|finally)\b)/;
/** The head of a block whose names are those of the block around it. */
const OPEN_BLOCK = /^(?:if|try|with|for|while|match)\b/;

const namesIn = (text: string): string[] => text.match(NAME) ?? [];

/** Names that a line binds for those after it. */
function boundBy(line: string): string[] {
  for (const pattern of BINDINGS) {
    const names = pattern.exec(line)?.[1];
    // In `import a.b as c, d`, the names are c and d.
    if (names !== undefined) return names.split(',').flatMap((part) => namesIn(part.replace(/.* as /, '')));
  }
  return [];
}

/** Names that a piece of program uses before it binds them itself. */
export function neededBy(source: string): Set<string> {
  const bound = new Set<string>();
  const needed = new Set<string>();
  for (const line of source.split('\n')) {
    for (const pattern of INNER)
      for (const [, names] of line.matchAll(pattern))
        for (const part of names!.split(',')) {
          // Of `file=sys.stdout` or `room: Room` the first name is the parameter.
          const name = /\w+/.exec(part)?.[0];
          if (name !== undefined && !needed.has(name)) bound.add(name);
        }
    const own = boundBy(line.trim());
    const names = namesIn(line);
    for (const name of names) {
      // The right side of `stock = stock + 1` is older than the left one.
      const isMadeHere = own.includes(name) && names.filter((other) => other === name).length === 1;
      if (!isMadeHere && !bound.has(name)) needed.add(name);
    }
    for (const name of own) bound.add(name);
  }
  return needed;
}

/** The statements of a program's outermost level. */
function partsOf(source: string, program: number): Part[] {
  const lines = source.split('\n');
  const starts = lines.flatMap((line, index) =>
    GOES_ON.test(line) || /^@/.test(lines[index - 1] ?? '') ? [] : [index],
  );
  return starts.map((from, index) => {
    const own = lines.slice(from, starts[index + 1]);
    const to = from + own.findLastIndex((line) => line !== '');
    const isOpen = OPEN_BLOCK.test(own[0]!);
    const makers = isOpen ? own : own.filter((line) => /^\S/.test(line));
    return { program, from, to, text: own.join('\n'), makes: new Set(makers.flatMap((line) => boundBy(line.trim()))) };
  });
}

/** Whether a statement changes the thing that a name stands for; a definition changes nothing by itself. */
const changes = ({ text }: Part, name: string): boolean =>
  !/^(?:async )?(?:def|class)\b/.test(text) &&
  new RegExp(
    String.raw`^\s*(?:${name}(?:\.\w+|\[.*?\])*(?:\.\w+\(|(?:\[.*?\]|\.\w+)? [-+*/%|&^]*=(?!=) )|del ${name}\b|@${name}\.)`,
    'm',
  ).test(text);

/**
 * Which statements before a question it needs: those that make the names it uses, those that these need, and those
 * that change such a thing in between.
 * @param before sources of the programs before it on the page, in order, with blanks for strings and comments
 * @param asked the question's own, likewise
 * @returns in order
 */
export function contextOf(before: readonly string[], asked: string): Statement[] {
  const parts = before.flatMap(partsOf);
  const found = new Set<Part>();
  const seek = (source: string, until: number): void => {
    for (const name of neededBy(source)) {
      const maker = parts.slice(0, until).findLastIndex(({ makes }) => makes.has(name));
      if (maker < 0) continue;
      add(maker);
      for (let place = maker + 1; place < until; place++) if (changes(parts[place]!, name)) add(place);
    }
  };
  const add = (place: number): void => {
    const part = parts[place]!;
    if (found.has(part)) return;
    found.add(part);
    seek(part.text, place);
  };
  seek(asked, parts.length);
  return parts.filter((part) => found.has(part)).map(({ program, from, to }) => ({ program, from, to }));
}
