/** Keys of localStorage, each in one place only. */
export const THEME_KEY = 'roadmap.theme';
/** Edited programs; a hash of the original follows. */
export const EDIT_PREFIX = 'roadmap.edit.';
/** Drafts of exercises; the exercise's id follows. */
export const DRAFT_PREFIX = 'roadmap.draft.';
