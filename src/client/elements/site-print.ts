/** `<site-print>`: a button that opens the browser's print dialog. */
class SitePrint extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    if (!button) return;
    button.disabled = false;
    button.addEventListener('click', () => {
      print();
    });
  }
}
customElements.define('site-print', SitePrint);
