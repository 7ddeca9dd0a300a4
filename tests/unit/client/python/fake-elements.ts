/** As much of a document as `el` and `iconOf` of src/client/dom.ts need: elements that know their text. */

/** An element that tests can look into. There is no way to give it HTML. */
export class FakeElement {
  readonly name: string;
  className = '';
  id = '';
  hidden = false;
  readonly attributes: Record<string, string> = {};
  readonly children: (FakeElement | string)[] = [];

  constructor(name: string) {
    this.name = name;
  }
  setAttribute(name: string, value: string): void {
    this.attributes[name] = value;
  }
  append(...children: (FakeElement | string)[]): void {
    this.children.push(...children);
  }
  get text(): string {
    return this.children.map((child) => (typeof child === 'string' ? child : child.text)).join('');
  }
  /** All elements of a name within, this one not among them. */
  find(name: string): FakeElement[] {
    return this.children.flatMap((child) =>
      typeof child === 'string' ? [] : [...(child.name === name ? [child] : []), ...child.find(name)],
    );
  }
  set innerHTML(_: string) {
    if (this.name !== 'symbol') throw new Error(`expected text in <${this.name}>, found HTML`);
  }
}

/** Gives the modules that are imported from now on a document. */
export function useElements(): void {
  const make = (name: string): FakeElement => new FakeElement(name);
  Object.defineProperty(globalThis, 'document', {
    configurable: true,
    value: {
      createElement: make,
      createElementNS: (_: string, name: string) => make(name),
      getElementById: () => null,
      querySelector: () => null,
    },
  });
}
