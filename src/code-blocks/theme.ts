/**
 * A Shiki theme whose "colors" are role numbers: each token comes back with a role, which becomes a
 * class, so that one rendering serves both themes and no inline style is needed. The colors of the
 * roles are tokens in styles/tokens.css.
 */
import type { ThemeRegistrationRaw } from 'shiki/core';

/** Role -> TextMate scopes, most general first. */
const ROLE_SCOPES = {
  com: ['comment', 'punctuation.definition.comment'],
  str: ['string', 'punctuation.definition.string', 'storage.type.string'],
  esc: [
    'constant.character.escape',
    'constant.character.format.placeholder',
    'storage.type.format',
    'punctuation.definition.template-expression',
  ],
  num: ['constant.numeric', 'constant.language', 'constant.other.caps', 'storage.type.number'],
  pun: [
    'keyword.operator',
    'punctuation',
    'meta.brace',
    'variable.language.special',
    'variable.parameter.function.language.special',
  ],
  kw: [
    'keyword.control',
    'keyword.operator.logical',
    'storage.type.function',
    'storage.type.class',
    'storage.modifier',
    'keyword.other',
    'entity.name.tag',
  ],
  fn: [
    'entity.name.function',
    'meta.function-call.generic',
    'support.function',
    'support.variable.magic',
    'entity.other.attribute-name',
    'support.type.property-name',
  ],
  cls: ['entity.name.type', 'entity.other.inherited-class', 'support.type', 'support.class'],
  dec: [
    'entity.name.function.decorator',
    'punctuation.definition.decorator',
    'meta.function.decorator support.type.python',
  ],
  par: ['variable.parameter'],
} as const;
export type CodeRole = keyof typeof ROLE_SCOPES;

const roles = Object.keys(ROLE_SCOPES) as CodeRole[];
const PLAIN = '#000000';
const hex = (index: number): string => `#0000${(index + 1).toString(16).padStart(2, '0')}`;
const roleByColor = new Map(roles.map((role, index) => [hex(index), role]));

export const roleTheme: ThemeRegistrationRaw = {
  name: 'roles',
  type: 'light',
  fg: PLAIN,
  bg: '#ffffff',
  settings: [
    { settings: { foreground: PLAIN } },
    ...roles.map((role, index) => ({ scope: [...ROLE_SCOPES[role]], settings: { foreground: hex(index) } })),
  ],
};

/** The role behind a color of the theme; undefined for plain text. */
export function roleOf(color: string | undefined): CodeRole | undefined {
  return color === undefined ? undefined : roleByColor.get(color.toLowerCase());
}
