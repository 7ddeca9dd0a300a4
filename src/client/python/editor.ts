/**
 * The editor of a program: CodeMirror by its own packages, loaded with the first edit. It stands in a shadow root:
 * there CodeMirror adopts its style sheets, where in the page it would need inline styles, which the page's policy
 * forbids. Tab leaves the editor, as everywhere on a page; Ctrl+] and Ctrl+[ indent.
 */
import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { python, pythonLanguage } from '@codemirror/lang-python';
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { EditorState, StateEffect, StateField, Transaction } from '@codemirror/state';
import {
  Decoration,
  drawSelection,
  EditorView,
  highlightActiveLine,
  keymap,
  lineNumbers,
  type DecorationSet,
} from '@codemirror/view';
import { highlightCode, tagHighlighter, tags as t } from '@lezer/highlight';
import { el } from '../dom.ts';
import colors from '../../styles/code-colors.css?inline';
import styles from '../../styles/editor.css?inline';

/** An open editor. */
export interface Editor {
  readonly text: string;
  /** Puts another text in; it can be undone. */
  setText(text: string): void;
  focus(): void;
  /**
   * Marks the line where a program ended, from 1; nothing takes the mark away, as does the next change.
   * @param isSought brings the line into view
   */
  markLine(line?: number, isSought?: boolean): void;
  destroy(): void;
}

export interface EditorOptions {
  text: string;
  /** What it edits, for screen readers. */
  label: string;
  /** The text changed. */
  onChange: (text: string) => void;
  /** Ctrl+Enter, or Cmd+Enter on a Mac. */
  onRun: () => void;
}

/** @param host an element that is in the page and empty */
export function openEditor(host: HTMLElement, { text, label, onChange, onRun }: EditorOptions): Editor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open', delegatesFocus: true });
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        history(),
        drawSelection(),
        indentUnit.of('    '),
        EditorState.tabSize.of(4),
        EditorState.allowMultipleSelections.of(true),
        indentOnInput(),
        bracketMatching(),
        closeBrackets(),
        highlightActiveLine(),
        python(),
        syntaxHighlighting(roles),
        failedLine,
        keymap.of([
          { key: 'Mod-Enter', run: () => (onRun(), true) },
          ...closeBracketsKeymap,
          ...defaultKeymap,
          ...historyKeymap,
        ]),
        EditorView.contentAttributes.of({
          'aria-label': label,
          tabindex: '0',
          spellcheck: 'false',
          autocapitalize: 'off',
        }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) onChange(update.state.doc.toString());
        }),
      ],
    }),
  });
  root.adoptedStyleSheets.push(...[colors, styles].map(sheetOf));
  return {
    get text() {
      return view.state.doc.toString();
    },
    setText: (replacement) => {
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: replacement },
        annotations: Transaction.userEvent.of('input.replace'),
      });
    },
    focus: () => {
      view.focus();
    },
    markLine: (line, isSought = false) => {
      const isThere = line !== undefined && line >= 1 && line <= view.state.doc.lines;
      const from = isThere ? view.state.doc.line(line).from : undefined;
      const effects: StateEffect<unknown>[] = [mark.of(from)];
      if (from !== undefined && isSought) effects.push(EditorView.scrollIntoView(from, { y: 'center' }));
      view.dispatch({ effects });
    },
    destroy: () => {
      view.destroy();
      root.replaceChildren();
      root.adoptedStyleSheets = [];
    },
  };
}

const mark = StateEffect.define<number | undefined>();
const failedLine = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (marked, transaction) => {
    const effect = transaction.effects.find((candidate) => candidate.is(mark));
    if (effect)
      return effect.value === undefined
        ? Decoration.none
        : Decoration.set(Decoration.line({ class: 'failed-line' }).range(effect.value));
    return transaction.docChanged ? Decoration.none : marked;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** The roles of our code theme, by the tags of CodeMirror's Python grammar. */
const roles = tagHighlighter([
  { tag: [t.keyword, t.operatorKeyword, t.controlKeyword, t.definitionKeyword, t.moduleKeyword], class: 'kw' },
  { tag: [t.string, t.docString, t.special(t.string)], class: 'str' },
  { tag: t.escape, class: 'esc' },
  { tag: [t.number, t.bool, t.null], class: 'num' },
  { tag: t.comment, class: 'com' },
  {
    tag: [t.function(t.variableName), t.function(t.definition(t.variableName)), t.function(t.propertyName)],
    class: 'fn',
  },
  { tag: [t.className, t.definition(t.className), t.typeName], class: 'cls' },
  { tag: t.meta, class: 'dec' },
  { tag: [t.operator, t.punctuation, t.bracket, t.derefOperator, t.self], class: 'pun' },
]);

function sheetOf(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}

/** A program in the colors of the editor, for places where it is only read. */
export function highlight(text: string): Node[] {
  const nodes: Node[] = [];
  highlightCode(
    text,
    pythonLanguage.parser.parse(text),
    roles,
    (part, classes) => nodes.push(classes ? el('i', { class: classes }, part) : document.createTextNode(part)),
    () => nodes.push(document.createTextNode('\n')),
  );
  return nodes;
}
