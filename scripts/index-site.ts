/** Builds the full-text search index of a built site: `index-site.ts <folder>`. */
import { createIndex, close } from 'pagefind';

const folder = process.argv[2] ?? 'dist';
/** Characters that stay part of a word, so that `__init__`, `:=`, `**kwargs` and `@property` are words. */
const PYTHON_CHARACTERS = '_@*:=!<>-';

const { index, errors } = await createIndex({ includeCharacters: PYTHON_CHARACTERS });
if (!index) throw new Error(errors.join('\n'));
const added = await index.addDirectory({ path: folder });
if (added.errors.length > 0) throw new Error(added.errors.join('\n'));
const written = await index.writeFiles({ outputPath: `${folder}/pagefind` });
if (written.errors.length > 0) throw new Error(written.errors.join('\n'));
console.log(`${added.page_count} pages indexed`);
await close();
