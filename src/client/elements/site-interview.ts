/**
 * `<site-interview>`: enables the bank's filters and the mock interview. What it does is fetched after the page, which
 * reads without it.
 */
import { button, el } from '../dom.ts';

class SiteInterview extends HTMLElement {
  connectedCallback(): void {
    void this.#open();
  }

  async #open(): Promise<void> {
    try {
      const { openInterview } = await import('../study/interview/page.ts');
      openInterview(this);
      this.dataset['ready'] = '';
    } catch (error) {
      const again = button(
        'Try again',
        () => {
          location.reload();
        },
        { className: 'iv-link' },
      );
      const words = el('p.iv-failed', { role: 'alert' }, 'The mock interview could not be loaded. ', again);
      this.querySelector('.iv-setup h2')?.after(words);
      throw error;
    }
  }
}
customElements.define('site-interview', SiteInterview);
