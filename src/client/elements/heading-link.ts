/** The sign beside a heading: loaded when one is first pressed. */

const here = (hash: string): string => location.href.replace(/#.*$/, '') + hash;

/** The link of a heading copies its address, and offers the heading as Markdown and as HTML. */
export async function copyHeading(link: HTMLAnchorElement): Promise<void> {
  const title = link.parentElement?.textContent.trim() ?? '';
  const url = here(link.hash);
  const escape = (text: string): string => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
  const { note, said, offer } = copyNote();
  offer.Markdown.onclick = () => void put(`[${title.replace(/[[\]\\]/g, '\\$&')}](${url})`, 'Copied as Markdown');
  offer.HTML.onclick = () => void put(`<a href="${escape(url)}">${escape(title)}</a>`, 'Copied as HTML');
  const put = async (text: string, word: string): Promise<void> => {
    const isCopied = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    said.textContent = isCopied ? word : 'Copying is not allowed here';
    note.hidden = false;
    clearTimeout(hiding);
    hiding = setTimeout(() => (note.hidden = true), NOTE_MS);
  };
  await put(url, 'Link copied');
}

const NOTE_MS = 8000;
let hiding: ReturnType<typeof setTimeout> | undefined;
let shown: { note: HTMLElement; said: HTMLElement; offer: Record<'Markdown' | 'HTML', HTMLButtonElement> } | undefined;

/** The note at the foot of the window, made when it is first needed. */
function copyNote(): NonNullable<typeof shown> {
  if (shown) return shown;
  const note = document.createElement('div');
  note.className = 'copy-note';
  note.hidden = true;
  const said = document.createElement('span');
  said.setAttribute('role', 'status');
  const choice = (word: string): HTMLButtonElement => {
    const made = document.createElement('button');
    made.type = 'button';
    made.textContent = `as ${word}`;
    return made;
  };
  const offer = { Markdown: choice('Markdown'), HTML: choice('HTML') };
  note.append(said, offer.Markdown, offer.HTML);
  document.body.append(note);
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') note.hidden = true;
  });
  return (shown = { note, said, offer });
}
