/** One token of JSON from a place on: a sign, a text (in which control characters, below the space, must be escaped), a number or a word. */
const token =
  /[ \t\r\n]*(?:([{}[\],:])|("(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])|true(?!\w)|false(?!\w)|null(?!\w)))/uy

type Awaits = 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'comma or end' | 'nothing'

/** What is awaited after a token, given what was and what stands open; null where the token may not stand here. */
const next = (awaits: Awaits, open: string[], sign: string | undefined, text: string | undefined): Awaits | null => {
  const closed = (): Awaits => (open.length === 0 ? 'nothing' : 'comma or end')
  const inside = open.at(-1)
  if (awaits === 'colon') return sign === ':' ? 'value' : null
  if (awaits === 'key' || awaits === 'key or end') {
    if (text !== undefined) return 'colon'
    if (sign !== '}' || awaits === 'key') return null
    open.pop()
    return closed()
  }
  if (awaits === 'comma or end') {
    if (sign === ',') return inside === '{' ? 'key' : 'value'
    if (sign !== (inside === '{' ? '}' : ']')) return null
    open.pop()
    return closed()
  }
  if (awaits === 'nothing') return null
  if (sign === undefined) return closed()
  if (sign === '{' || sign === '[') {
    open.push(sign)
    return sign === '{' ? 'key or end' : 'value or end'
  }
  if (sign !== ']' || awaits !== 'value or end') return null
  open.pop()
  return closed()
}

/**
 * Where a text that is not JSON stops being it: line and character from 1, and what stands there ('' at the end of the text).
 * The parser's own message gives no place for short texts, and none in the reader's language.
 */
export const brokenAt = (text: string): { readonly line: number; readonly column: number; readonly there: string } => {
  const open: string[] = []
  let awaits: Awaits | null = 'value'
  let at = 0
  for (;;) {
    token.lastIndex = at
    const found: RegExpExecArray | null = token.exec(text)
    awaits = found && next(awaits, open, found[1], found[2])
    if (!found || awaits === null) break
    at = token.lastIndex
  }
  while (/[ \t\r\n]/.test(text[at] ?? '')) at++
  const before = text.slice(0, at)
  return { line: before.split('\n').length, column: at - before.lastIndexOf('\n'), there: text.slice(at, at + 20).split(/[\r\n]/)[0] ?? '' }
}
