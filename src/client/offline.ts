/** Visited pages open without a network: see service-worker.ts. */
if (import.meta.env.PROD && 'serviceWorker' in navigator)
  addEventListener('load', () => {
    const { serviceWorker } = navigator;
    const isFirst = !serviceWorker.controller;
    // Where it is not allowed (a private window, no TLS) the site works as before.
    serviceWorker.register(`${document.documentElement.dataset['base']!}service-worker.js`).catch(() => undefined);
    if (isFirst)
      void serviceWorker.ready.then(({ active }) => {
        active?.postMessage([
          location.href.replace(/[?#].*/, ''),
          ...performance.getEntriesByType('resource').map(({ name }) => name),
        ]);
      });
  });
