/**
 * Where an address has moved to, or undefined.
 * @param pathname with the base; @param hash with `#`, or empty
 * @param renamed old address -> new address, both without the base
 */
export function movedTo(
  pathname: string,
  hash: string,
  base: string,
  renamed: Readonly<Record<string, string>>,
): string | undefined {
  const path = pathname.startsWith(base) ? `/${pathname.slice(base.length)}` : pathname;
  const withSlash = path.endsWith('/') ? path : `${path}/`;
  const target = renamed[withSlash + hash] ?? renamed[withSlash];
  if (target === undefined) return undefined;
  return base.replace(/\/$/, '') + target + (target.includes('#') ? '' : hash);
}
