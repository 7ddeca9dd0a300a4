export function build(options?: { force?: boolean; outDir?: string; env?: Record<string, string> }): Promise<void>;
