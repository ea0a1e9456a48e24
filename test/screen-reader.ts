import type { Page } from 'playwright-core'

interface AxNode {
  readonly ignored?: boolean
  readonly role?: { readonly value: string }
  readonly name?: { readonly value: string }
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: unknown } }[]
}

/** What the browser hands to a screen reader: each node's role and name, with what it says of itself ('pressed', 'live', 'level'). */
export const accessibleNodes = async (
  page: Page,
): Promise<readonly { readonly role: string; readonly name: string; readonly says: Readonly<Record<string, unknown>> }[]> => {
  const session = await page.context().newCDPSession(page)
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { readonly nodes: readonly AxNode[] }
  await session.detach()
  return nodes
    .filter((n) => !n.ignored)
    .map((n) => ({
      role: n.role?.value ?? '',
      name: n.name?.value ?? '',
      says: Object.fromEntries((n.properties ?? []).map((p) => [p.name, p.value.value])),
    }))
}

/**
 * Begins to listen as a screen reader does: what is said is what comes in a live region that was there already; a region that comes with
 * its text is not read. Gives what has been said since.
 */
export const listen = async (page: Page): Promise<() => Promise<readonly string[]>> => {
  await page.evaluate(() => {
    const said: string[] = []
    const known = new WeakMap<Element, string>()
    const regions = () => document.querySelectorAll('[role="status"], [aria-live="polite"]')
    const text = (region: Element): string => region.textContent.replace(/\s+/g, ' ').trim()
    for (const region of regions()) known.set(region, text(region))
    new MutationObserver(() => {
      for (const region of regions()) {
        const before = known.get(region)
        const now = text(region)
        known.set(region, now)
        if (before !== undefined && before !== now && now !== '') said.push(now)
      }
    }).observe(document.documentElement, { subtree: true, childList: true, characterData: true })
    Object.assign(globalThis, { said })
  })
  return () => page.evaluate(() => (globalThis as unknown as { readonly said: readonly string[] }).said)
}
