/** `<site-search-page>`: the search panel on its own page, with the query in the address. */
import { SearchPanel } from '../search/panel.ts';

class SiteSearchPage extends HTMLElement {
  connectedCallback(): void {
    const base = document.documentElement.dataset['base'] ?? '/';
    const query = new URLSearchParams(location.search).get('q') ?? '';
    const panel = new SearchPanel(base, (asked) => {
      history.replaceState(null, '', asked ? `?q=${encodeURIComponent(asked)}` : location.pathname);
    });
    panel.input.value = query;
    this.replaceChildren(panel.root);
    panel.input.focus();
    void panel.load();
  }
}
customElements.define('site-search-page', SiteSearchPage);
