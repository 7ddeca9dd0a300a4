/** `<site-theme>`: the button that switches between light and dark, kept for the next visit. */
import { THEME_KEY } from '../../shared/storage-keys.ts';

class SiteTheme extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    if (!button) return;
    button.disabled = false;
    button.addEventListener('click', () => {
      const root = document.documentElement;
      const dark = root.dataset['theme']
        ? root.dataset['theme'] === 'dark'
        : matchMedia('(prefers-color-scheme: dark)').matches;
      root.dataset['theme'] = dark ? 'light' : 'dark';
      try {
        localStorage.setItem(THEME_KEY, root.dataset['theme']);
      } catch {
        // Storage is forbidden or full: the choice holds for this page.
      }
    });
  }
}
customElements.define('site-theme', SiteTheme);
