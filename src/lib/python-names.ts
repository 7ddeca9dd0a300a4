/** Which names a piece of Python binds and which it expects from outside, and which of its lines are inside strings. */
import { parser } from '@lezer/python';
import type { SyntaxNode, Tree } from '@lezer/common';

/** Names of a module. */
export interface ModuleNames {
  /** Bound at the top: by def, class, import, assignment and so on. */
  bound: Set<string>;
  /** Used and bound nowhere in the module: built-in names, and those that come from outside. */
  free: Set<string>;
}

interface Scope {
  kind: 'module' | 'class' | 'function' | 'comprehension';
  outer?: Scope;
  bound: Set<string>;
  globals: Set<string>;
  used: Set<string>;
}

/**
 * Resolves names as Python does: a name that a function binds anywhere is local to all of it, and the names of a
 * class body are not seen by its methods. Source that does not parse gives what can be read of it.
 */
export function moduleNames(source: string): ModuleNames {
  const module = scopeIn(undefined, 'module');
  const scopes = [module];
  const walk = new Walk(source, scopes);
  walk.children(parser.parse(source).topNode, module);
  const free = new Set(scopes.flatMap((scope) => [...scope.used].filter((name) => !isBound(name, scope))));
  return { bound: module.bound, free };
}

function isBound(name: string, from: Scope): boolean {
  for (let scope: Scope | undefined = from; scope; scope = scope.outer)
    if (scope.bound.has(name) && (scope === from || scope.kind !== 'class')) return true;
  return false;
}

function scopeIn(outer: Scope | undefined, kind: Scope['kind']): Scope {
  return { kind, ...(outer ? { outer } : {}), bound: new Set(), globals: new Set(), used: new Set() };
}

/** One pass over a tree, by the names of Lezer's grammar (https://github.com/lezer-parser/python). */
class Walk {
  readonly #source: string;
  readonly #scopes: Scope[];

  constructor(source: string, scopes: Scope[]) {
    this.#source = source;
    this.#scopes = scopes;
  }

  children(node: SyntaxNode, scope: Scope): void {
    for (const child of childrenOf(node)) this.#visit(child, scope);
  }

  #visit(node: SyntaxNode, scope: Scope): void {
    switch (node.name) {
      case 'VariableName':
        scope.used.add(this.#text(node));
        return;
      case 'FunctionDefinition':
      case 'LambdaExpression':
        this.#function(node, scope);
        return;
      case 'ClassDefinition':
        this.#class(node, scope);
        return;
      case 'ArrayComprehensionExpression':
      case 'DictionaryComprehensionExpression':
      case 'SetComprehensionExpression':
      case 'ComprehensionExpression':
        this.#between(node, this.#inner(scope, 'comprehension'), ['for'], ['in']);
        return;
      case 'ForStatement':
        this.#between(node, scope, ['for'], ['in']);
        return;
      case 'WithStatement':
      case 'TryStatement':
      case 'AsPattern':
        this.#between(node, scope, ['as'], [',', 'Body', ')']);
        return;
      case 'AssignStatement':
        this.#assignment(node, scope);
        return;
      case 'UpdateStatement':
      case 'NamedExpression': {
        const [target, ...rest] = childrenOf(node);
        this.#target(target!, node.name === 'UpdateStatement' ? scope : outOfComprehensions(scope));
        for (const child of rest) this.#visit(child, scope);
        return;
      }
      case 'ImportStatement':
        for (const name of importedNames(this.#text(node))) this.#bind(name, scope);
        return;
      case 'ScopeStatement':
        if (node.firstChild?.name === 'global')
          for (const name of childrenOf(node).slice(1)) scope.globals.add(this.#text(name));
        return;
      case 'CapturePattern':
      case 'TypeParam':
        for (const child of childrenOf(node)) this.#target(child, scope);
        return;
      case 'ArgList':
        this.#arguments(node, scope);
        return;
      case 'Decorator':
        for (const child of childrenOf(node)) if (child.prevSibling?.name !== '.') this.#visit(child, scope);
        return;
      case 'KeywordPattern':
        for (const child of childrenOf(node).slice(1)) this.#visit(child, scope);
        return;
      default:
        this.children(node, scope);
    }
  }

  /** Defaults and annotations belong to the scope around the function, parameters and body to its own. */
  #function(node: SyntaxNode, scope: Scope): void {
    const inner = this.#inner(scope, 'function');
    for (const child of childrenOf(node)) {
      if (child.name === 'ParamList') this.#parameters(child, scope, inner);
      else if (child.name === 'TypeParamList') this.children(child, inner);
      else if (child.name === 'VariableName' && node.name === 'FunctionDefinition')
        this.#bind(this.#text(child), scope);
      else this.#visit(child, child.name === 'TypeDef' ? scope : inner);
    }
  }

  #parameters(list: SyntaxNode, outer: Scope, inner: Scope): void {
    let isDefault = false;
    for (const child of childrenOf(list)) {
      if (child.name === 'AssignOp') isDefault = true;
      else if (child.name === ',') isDefault = false;
      else if (child.name === 'VariableName' && !isDefault) inner.bound.add(this.#text(child));
      else this.#visit(child, outer);
    }
  }

  #class(node: SyntaxNode, scope: Scope): void {
    const inner = this.#inner(scope, 'class');
    for (const child of childrenOf(node)) {
      if (child.name === 'VariableName') this.#bind(this.#text(child), scope);
      else this.#visit(child, child.name === 'ArgList' ? scope : inner);
    }
  }

  /** Visits a node in which targets stand behind some words and before others. */
  #between(node: SyntaxNode, scope: Scope, begin: string[], end: string[]): void {
    let inTarget = false;
    for (const child of childrenOf(node)) {
      if (begin.includes(child.name)) inTarget = true;
      else if (inTarget && end.includes(child.name) && !(node.name === 'ForStatement' && child.name === ','))
        inTarget = false;
      if (inTarget) this.#target(child, scope);
      else this.#visit(child, scope);
    }
  }

  /** `a = b, c = value`: all but what follows the last sign are targets. */
  #assignment(node: SyntaxNode, scope: Scope): void {
    const parts = childrenOf(node);
    const last = parts.findLastIndex(({ name }) => name === 'AssignOp');
    for (const [index, child] of parts.entries()) {
      const isTarget = last < 0 ? index === 0 : index < last;
      if (isTarget && child.name !== 'TypeDef') this.#target(child, scope);
      else this.#visit(child, scope);
    }
  }

  #target(node: SyntaxNode, scope: Scope): void {
    if (node.name === 'VariableName') this.#bind(this.#text(node), scope);
    else if (['TupleExpression', 'ArrayExpression', 'ParenthesizedExpression'].includes(node.name))
      for (const child of childrenOf(node)) this.#target(child, scope);
    else this.#visit(node, scope);
  }

  /** In a call `name=value` names a parameter, not a variable; `f(x for x in xs)` has no node of its own. */
  #arguments(list: SyntaxNode, scope: Scope): void {
    if (list.getChild('for')) {
      this.#between(list, this.#inner(scope, 'comprehension'), ['for'], ['in']);
      return;
    }
    for (const child of childrenOf(list))
      if (!(child.name === 'VariableName' && child.nextSibling?.name === 'AssignOp')) this.#visit(child, scope);
  }

  #bind(name: string, scope: Scope): void {
    const home = scope.globals.has(name) ? this.#scopes[0]! : scope;
    home.bound.add(name);
  }

  #inner(outer: Scope, kind: Scope['kind']): Scope {
    const scope = scopeIn(outer, kind);
    this.#scopes.push(scope);
    return scope;
  }

  #text(node: SyntaxNode): string {
    return this.#source.slice(node.from, node.to);
  }
}

function outOfComprehensions(scope: Scope): Scope {
  return scope.kind === 'comprehension' && scope.outer ? outOfComprehensions(scope.outer) : scope;
}

function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) found.push(child);
  return found;
}

/** `from a.b import (c as d, e)` -> d, e; `import x.y, z as w` -> x, w */
function importedNames(statement: string): string[] {
  const [, isFrom, list = ''] = /^(?:lazy\s+)?(from\s.*?\s)?import\s*\(?([^)]*)/s.exec(statement) ?? [];
  return list
    .replace(/#.*$/gm, '')
    .split(',')
    .map((part) => part.trim().split(/\s+as\s+/))
    .filter(([name]) => name !== '' && name !== '*')
    .map(([name, alias]) => alias ?? (isFrom ? name! : name!.split('.')[0]!));
}

/**
 * Lines, counted from 0, that begin inside a string: indenting one would change what the program says.
 */
export function linesInStrings(source: string): Set<number> {
  const tree: Tree = parser.parse(source);
  const inside = new Set<number>();
  tree.iterate({
    enter({ name, from, to }) {
      if (name !== 'String' && name !== 'FormatString') return true;
      const first = source.slice(0, from).split('\n').length;
      const more = source.slice(from, to).split('\n').length - 1;
      for (let line = 0; line < more; line++) inside.add(first + line);
      return false;
    },
  });
  return inside;
}
