/** Other pages of the site, for parts of them that are shown here. */
const pages = new Map<string, Promise<Document>>();

/** A page of the site as a document, fetched once. @throws when it cannot be had; asking again tries again */
export function loadPage(url: string): Promise<Document> {
  const known = pages.get(url);
  if (known) return known;
  const page = fetch(url).then(async (response) => {
    if (!response.ok) throw new Error(String(response.status));
    // The other page's style would only break this page's policy, and is not needed here.
    const html = (await response.text()).replace(/<style>.*?<\/style>/gs, '');
    return new DOMParser().parseFromString(html, 'text/html');
  });
  page.catch(() => pages.delete(url));
  pages.set(url, page);
  return page;
}
