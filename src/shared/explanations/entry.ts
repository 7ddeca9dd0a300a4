/** One explanation of one kind of error. */
export interface Entry {
  /** permanent id, kebab-case */
  id: string;
  /** What the message must look like; without it, the entry fits every message. It sees one line of a few hundred characters. */
  message?: RegExp;
  /** One to three sentences; `$<name>` stands for the group of that name, `code` is marked by backticks. */
  text: string;
}

/** Exception, as a traceback calls it (`json.decoder.JSONDecodeError`) -> its entries, the specific before the general. */
export type Table = Readonly<Record<string, readonly Entry[]>>;
