import { pages, tryPages } from './every-page.ts'

// Half of the pages; the other half runs beside it, on the other core.
tryPages(
  pages.filter((_, i) => i % 2 === 0),
  { routes: true },
)
