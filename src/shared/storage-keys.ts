/** Keys of localStorage, each in one place only. */
export const THEME_KEY = 'roadmap.theme';
