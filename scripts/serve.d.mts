export function serve(
  folder: string,
  options?: { base?: string; port?: number },
): Promise<{ url: string; close: () => Promise<void> }>;
