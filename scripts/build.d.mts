/** Builds everything into build/. Throws esbuild's errors, which it has printed. */
export function buildAll(): Promise<void>
