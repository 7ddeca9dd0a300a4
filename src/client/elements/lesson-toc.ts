/** `<lesson-toc>`: marks the section that is being read. */
class LessonToc extends HTMLElement {
  connectedCallback(): void {
    const links = [...this.querySelectorAll('a')];
    const sections = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
    const bar = this.querySelector('ol');
    const mark = (): void => {
      const passed = sections.findLastIndex((section) => section !== null && section.getBoundingClientRect().top < innerHeight * 0.3);
      links.forEach((link, index) => {
        if (index === passed) link.setAttribute('aria-current', 'true');
        else link.removeAttribute('aria-current');
      });
      bar?.style.setProperty('--read', `${((passed + 1) / links.length) * 100}%`);
    };
    let waiting = 0;
    addEventListener('scroll', () => {
      if (waiting) return;
      waiting = requestAnimationFrame(() => {
        waiting = 0;
        mark();
      });
    }, { passive: true });
    mark();
  }
}
customElements.define('lesson-toc', LessonToc);
