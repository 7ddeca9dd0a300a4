/** The Content-Security-Policy of every page. Astro adds the hashes of its own scripts and styles. */
import { createHash } from 'node:crypto';
import { layerOrder } from './layer-order.ts';
import { themeScript } from './theme-script.ts';

const sha256 = (text: string): `sha256-${string}` => `sha256-${createHash('sha256').update(text).digest('base64')}`;

export const contentSecurityPolicy = {
  algorithm: 'SHA-256' as const,
  directives: [
    "default-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
  ] as `default-src ${string}`[],
  styleDirective: { resources: ["'self'"], hashes: [sha256(layerOrder)] },
  scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"], hashes: [sha256(themeScript)] },
};
