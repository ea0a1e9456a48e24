import { fileURLToPath } from 'node:url'

const bundled = !import.meta.url.endsWith('.ts')
const from = (address: string): string => fileURLToPath(new URL(address, import.meta.url))

/** The templates that come with the program: the bundle reads them where they are written, as the tests do. */
export const shippedTemplates = bundled ? from('../src/documents/templates') : from('./templates')

/** The program of the process that sets documents; beside the bundle, built with it. */
export const workerFile = bundled ? from('./render-worker.js') : from('./render-worker.ts')

/** The program of the thread that watches that process’s memory. */
export const watchFile = bundled ? from('./watch-memory.js') : from('./watch-memory.ts')
