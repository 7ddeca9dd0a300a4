/** `<lesson-toc>`: marks the section that is being read. */

/** A section counts as being read from the time its heading has passed this share of the window. */
const READING_LINE = '0px 0px -70% 0px';

class LessonToc extends HTMLElement {
  connectedCallback(): void {
    const links = [...this.querySelectorAll('a')];
    const headings = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
    const isPassed = headings.map(() => false);
    // An observer asks for no layout of its own; all headings report once at the start.
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting, boundingClientRect, rootBounds } of entries)
          isPassed[headings.indexOf(target as HTMLElement)] =
            isIntersecting || boundingClientRect.top < (rootBounds?.top ?? 0);
        const current = isPassed.lastIndexOf(true);
        links.forEach((link, index) => {
          if (index === current) link.setAttribute('aria-current', 'true');
          else link.removeAttribute('aria-current');
        });
        this.querySelector('ol')?.style.setProperty('--read', `${((current + 1) / links.length) * 100}%`);
      },
      { rootMargin: READING_LINE },
    );
    for (const heading of headings) if (heading) observer.observe(heading);
  }
}
customElements.define('lesson-toc', LessonToc);
