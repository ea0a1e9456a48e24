import { TooMuch } from './too-much.ts'

/** A tag as it comes in a text of XML. */
export interface Tag {
  /** Without its prefix. */
  readonly name: string
  readonly attributes: string
  readonly closes: boolean
  /** `<c/>`: nothing inside. */
  readonly alone: boolean
  /** Where it begins and where what follows it begins. */
  readonly from: number
  readonly to: number
}

/** Walks the tags of a text, one by one, whatever it holds: what is not well formed ends the walk or is passed by. */
export const tagsOf = (xml: string): { next(): Tag | null } => {
  let at = 0
  const next = (): Tag | null => {
    for (;;) {
      const from = xml.indexOf('<', at)
      if (from < 0) return null
      const mark = xml.charCodeAt(from + 1)
      if (mark === 33 || mark === 63) {
        const ending = xml.startsWith('<!--', from) ? '-->' : xml.startsWith('<![CDATA[', from) ? ']]>' : '>'
        const end = xml.indexOf(ending, from)
        if (end < 0) return null
        at = end + ending.length
        continue
      }
      const end = endOf(xml, from + 1)
      if (end < 0) return null
      at = end + 1
      const closes = mark === 47
      const alone = xml.charCodeAt(end - 1) === 47
      let stop = from + (closes ? 2 : 1)
      while (stop < end && !isSpace(xml.charCodeAt(stop)) && xml.charCodeAt(stop) !== 47) stop++
      const name = xml.slice(from + (closes ? 2 : 1), stop)
      return { name: name.slice(name.indexOf(':') + 1), attributes: xml.slice(stop, end), closes, alone, from, to: end + 1 }
    }
  }
  return { next }
}

const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9

/**
 * Cuts a text that comes in pieces after its elements of that name ('row'), so that each part can be walked by itself: a part holds whole
 * elements, and the last the rest. Only one part is held at a time. Throws TooMuch where an element does not end within `longest`.
 */
export async function* partsAfter(pieces: AsyncIterable<Buffer>, name: string, longest: number): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8')
  let held: string[] = []
  let [length, ends] = [0, false]
  for await (const piece of pieces) {
    const more = decoder.decode(piece, { stream: true })
    // Looked for in what is new, and a little before it: what has been looked through is not looked through again at every piece.
    ends ||= `${held.at(-1)?.slice(-name.length) ?? ''}${more}`.includes(`${name}>`)
    held.push(more)
    length += more.length
    if (ends && length >= partLength) {
      const text = held.join('')
      const cut = endOfLast(text, name)
      if (cut > 0) yield text.slice(0, cut)
      held = [text.slice(cut)]
      length -= cut
      ends = false
    }
    if (length > longest) throw new TooMuch()
  }
  yield held.join('') + decoder.decode()
}

const partLength = 1 << 18

/** Where the last end of such an element ends, outside comments and CDATA; 0 where there is none. */
const endOfLast = (text: string, name: string): number => {
  for (let at = text.lastIndexOf(`${name}>`); at > 0; at = text.lastIndexOf(`${name}>`, at - 1)) {
    if (!/<\/(?:\w{1,20}:)?$/.test(text.slice(Math.max(0, at - 24), at))) continue
    const inside = (opens: string, closes: string): boolean => text.lastIndexOf(opens, at) > text.lastIndexOf(closes, at)
    if (!inside('<!--', '-->') && !inside('<![CDATA[', ']]>')) return at + name.length + 1
  }
  return 0
}

/** The `>` that ends a tag: not one inside quotes. */
const endOf = (xml: string, from: number): number => {
  const end = xml.indexOf('>', from)
  if (end < 0) return -1
  let quote = 0
  for (let i = from; i < xml.length; i++) {
    const code = xml.charCodeAt(i)
    if (quote !== 0) quote = code === quote ? 0 : quote
    else if (code === 34 || code === 39) quote = code
    else if (code === 62) return i
  }
  return -1
}

/** Reads an attribute of a tag; null when it has none of that name. */
export const attribute = (name: string): ((attributes: string) => string | null) => {
  const pattern = new RegExp(`(?:^|\\s)(?:\\w+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
  return (attributes) => {
    const found = pattern.exec(attributes)
    return found ? unescaped(found[1] ?? found[2] ?? '') : null
  }
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** Text as it was meant: the five names, characters by number, and Excel's own `_x000D_`. */
export const unescaped = (text: string): string =>
  text.includes('&')
    ? text.replaceAll(
        /&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w{2,4}));/g,
        (all, hex: string | undefined, decimal: string | undefined, name: string | undefined) =>
          name ? (named[name] ?? all) : character(Number.parseInt(hex ?? decimal ?? '', hex ? 16 : 10)),
      )
    : text

const character = (code: number): string => (code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : '')

/** Text between tags: CDATA as it is, the rest unescaped. */
export const innerText = (xml: string, from: number, to: number): string => {
  const text = xml.slice(from, to)
  if (!text.includes('<![CDATA[')) return unescaped(text)
  return text
    .split(/<!\[CDATA\[([\s\S]*?)\]\]>/)
    .map((part, i) => (i % 2 === 1 ? part : unescaped(part)))
    .join('')
}

// What XML cannot hold is left out; what Excel would read as one of its own escapes is escaped.
// oxlint-disable-next-line no-control-regex
const unholdable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** Text as XML holds it. */
export const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(unholdable, '')
    .replaceAll(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
