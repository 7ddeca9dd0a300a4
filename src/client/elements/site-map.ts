/**
 * <site-map>: the route map as one tab stop, and the card that says more of a stop.
 *
 * Markup: components/map/RouteMap.astro. Without this script every stop is a plain link.
 * Progress sets `data-state` ("reading", "done" or "next") on elements with `data-stop`; here those of the
 * map get their signs and names, and the next stop becomes the tab stop.
 */
import { neighborOf } from '../map-neighbors.ts';

const HOVER_MS = 200;
/** Time to move the pointer from a stop to its card. */
const LEAVE_MS = 150;
const STATES: Record<string, string> = {
  reading: 'begun',
  done: 'done',
  next: 'next stop',
  planned: 'in preparation',
};

type Stop = SVGElement;

class SiteMap extends HTMLElement {
  #outcomes: Record<string, string> = {};
  #isAsked = false;
  #timer = 0;
  #shown: Stop | undefined;

  connectedCallback(): void {
    for (const map of this.querySelectorAll<SVGElement>('.map')) this.#enableKeys(map);
    for (const stop of this.querySelectorAll<Stop>('.st[data-state]')) this.#mark(stop);
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        if (target instanceof SVGElement && target.matches('.st')) this.#mark(target);
      }
    }).observe(this, { subtree: true, attributeFilter: ['data-state'] });

    this.addEventListener('pointerover', ({ target, pointerType }) => {
      const over = target as Element;
      const stop = over.closest<Stop>('.st');
      clearTimeout(this.#timer);
      if (stop && pointerType === 'mouse')
        this.#timer = window.setTimeout(() => {
          this.#show(stop);
        }, HOVER_MS);
      else if (!over.closest('.stop-card')) this.#leave();
    });
    this.addEventListener('pointerleave', () => {
      this.#leave();
    });
    this.addEventListener('focusout', () => {
      this.#hide();
    });
    // Escape also closes a card that hangs on the pointer, wherever the focus is
    document.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') this.#hide();
    });
  }

  /** The pointer has left a stop: its card goes soon, unless the stop has the focus. */
  #leave(): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      if (!this.#shown?.matches(':focus-visible')) this.#hide();
    }, LEAVE_MS);
  }

  /** One tab stop per map; arrow keys move on from there. */
  #enableKeys(map: SVGElement): void {
    const links = [...map.querySelectorAll<SVGAElement>('a')];
    const lines = [...map.querySelectorAll('.line')];
    const spots = links.map((link) => ({
      row: lines.findIndex((line) => line.contains(link)),
      x: Number(/[\d.]+/.exec(link.getAttribute('transform') ?? '')?.[0]),
    }));
    const first = links.findIndex((link) => link.matches('.st'));
    for (const link of links) link.tabIndex = -1;
    (links[first] ?? links[0])?.setAttribute('tabindex', '0');
    map.ariaLabel = `${map.ariaLabel ?? ''}. Arrow keys move along a line and between lines`;

    // on the element and not on the drawing: an SVG that listens for focus becomes focusable itself
    this.addEventListener('focusin', ({ target }) => {
      const link = links.find((link) => link === target);
      if (!link) return;
      for (const other of links) other.tabIndex = other === link ? 0 : -1;
      if (link.matches('.st:focus-visible')) this.#show(link);
    });
    this.addEventListener('keydown', (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const current = links.findIndex((link) => link === event.target);
      const next = links[neighborOf(spots, current, event.key) ?? -1];
      if (!next) return;
      event.preventDefault();
      next.focus();
    });
  }

  /** Draws the sign of a stop's state and adds the state to its name. */
  #mark(stop: Stop): void {
    const { state = '' } = stop.dataset;
    const dot = stop.querySelector('.dot');
    if (!dot || state === 'planned') return;
    for (const sign of stop.querySelectorAll('[data-sign]')) sign.remove();
    const name = (stop.dataset['name'] ??= stop.ariaLabel ?? '');
    stop.ariaLabel = state ? `${name} · ${STATES[state]}` : name;

    if (state === 'done') dot.after(drawSign('path', { class: 'tick', d: 'M-2.6.2l1.9 2 3.4-4' }));
    if (state === 'next') {
      // the outline begins at the outer left corner of the label's box
      const outline = stop.querySelector('.hit')?.getAttribute('d')?.match(/-?\d+/g) ?? [];
      const [left = 0, outer = 0] = outline.map(Number);
      const tab = { x: left + 1, y: outer < 0 ? outer + 1 : outer - 18, width: -2 * left - 2 };
      dot.before(
        drawSign('rect', { class: 'tab', ...tab, height: 17, rx: 2 }),
        drawSign('circle', { class: 'halo', r: 9.5 }),
      );
      const links = stop.closest('.map')?.querySelectorAll('a') ?? [];
      for (const link of links) link.tabIndex = (link as Element) === stop ? 0 : -1;
    }
  }

  #show(stop: Stop): void {
    const card = this.querySelector<HTMLElement>('.stop-card');
    const dot = stop.querySelector('.dot')?.getBoundingClientRect();
    const outline = stop.querySelector('.hit')?.getBoundingClientRect();
    if (!card || !dot || !outline) return;
    clearTimeout(this.#timer);
    if (stop === this.#shown) return;
    this.#hide();
    this.#fill(card, stop);
    card.hidden = false;
    this.#shown = stop;
    stop.setAttribute('aria-describedby', card.id);

    const host = this.getBoundingClientRect();
    const left = Math.min(dot.left - 20 - host.left, host.width - card.offsetWidth - 8);
    const isRoomBelow = outline.bottom + card.offsetHeight + 8 < innerHeight;
    const top = isRoomBelow ? outline.bottom + 6 : outline.top - card.offsetHeight - 6;
    card.style.left = `${Math.max(0, left)}px`;
    card.style.top = `${top - host.top}px`;
  }

  #hide(): void {
    clearTimeout(this.#timer);
    this.#shown?.removeAttribute('aria-describedby');
    this.#shown = undefined;
    const card = this.querySelector<HTMLElement>('.stop-card');
    if (card) card.hidden = true;
  }

  /** Fetches what the cards say, once; a card that is open then is completed. Without it a card still has the facts. */
  #ask(card: HTMLElement): void {
    const { outcomes } = this.dataset;
    if (this.#isAsked || !outcomes) return;
    this.#isAsked = true;
    fetch(outcomes)
      .then((response) => (response.ok ? response.json() : Promise.reject(new Error(String(response.status)))))
      .then((found: Record<string, string>) => {
        this.#outcomes = found;
        if (this.#shown) this.#fill(card, this.#shown);
      })
      .catch(() => {
        this.#isAsked = false;
      });
  }

  #fill(card: HTMLElement, stop: Stop): void {
    const { stop: id = '', change, state = '', name = stop.ariaLabel ?? '' } = stop.dataset;
    this.#ask(card);
    const parts = name.split(' · ');
    const minutes = parts.findIndex((part) => part.endsWith(' min'));
    const other = change && stop.closest('.map')?.querySelector(`[data-stop="${change}"]`);
    const line = (of: Element) => of.closest<SVGElement>('.line')?.dataset['line'] ?? '';
    const words: Record<string, string | undefined> = {
      title: parts[minutes - 2],
      level: parts[minutes - 1],
      minutes: parts[minutes],
      outcome: this.#outcomes[id],
      state: STATES[state],
      line: other ? line(other) : '',
      other: other ? (other.querySelector('text')?.textContent ?? '') : '',
    };
    for (const part of card.querySelectorAll<HTMLElement>('[data-part]')) {
      part.textContent = words[part.dataset['part'] ?? ''] ?? '';
    }
    card.dataset['line'] = line(stop);
    card.querySelector('use')?.setAttribute('href', `#i-lv${stop.dataset['level']}`);
    const badge = card.querySelector<HTMLElement>('.badge');
    if (badge) badge.dataset['line'] = words['line'];
    card.querySelector('.change')?.toggleAttribute('hidden', !other);
  }
}

function drawSign(tag: string, attributes: Record<string, string | number>): SVGElement {
  const sign = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) sign.setAttribute(name, String(value));
  sign.dataset['sign'] = '';
  return sign;
}

customElements.define('site-map', SiteMap);
