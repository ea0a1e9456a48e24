/**
 * Lets so many questions a subject through in a span of milliseconds, counted by this process. True when one more may pass.
 * Forgets what is over, so that it never holds more subjects than have asked in one span.
 */
export const rateLimit = (most: number, span: number, now: () => number): ((subject: string) => boolean) => {
  let [began, before] = [now(), new Map<string, number>()]
  return (subject) => {
    if (now() - began >= span) [began, before] = [now(), new Map()]
    const n = (before.get(subject) ?? 0) + 1
    before.set(subject, n)
    return n <= most
  }
}
