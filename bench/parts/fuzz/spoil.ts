import type { Chance } from './chance.ts'

/** What readers of files stumble on. */
const words = [
  '',
  ' ',
  '0',
  '-1',
  '1e999',
  '-0',
  '9007199254740993',
  '2022-02-30',
  '2022-05-17',
  '9999-12-31',
  '0000-00-00',
  '17 maj 2022',
  '1 234,5',
  '−5',
  'ja',
  'null',
  'NaN',
  '=1+1',
  "'",
  '"',
  '""',
  ';',
  '\r\n',
  '\n',
  '\t',
  ',',
  '\ufeff',
  '\u0000',
  '\u202e',
  '\ud800',
  'å',
  '😀',
  '�',
  '<',
  '>',
  '&',
  '&amp;',
  '&#0;',
  '&#x110000;',
  '&#xd800;',
  '_x0000_',
  ']]>',
  '<![CDATA[',
  '<!--',
  '-->',
  '<row>',
  '</row>',
  '<c t="s"><v>99999999</v></c>',
  '<c r="ZZZ9">',
  '../../etc/passwd',
  '__proto__',
  'constructor',
  'toString',
  '%00',
  '\\',
  '\\u0000',
  '{',
  '[',
  ']',
  '}',
  'a'.repeat(5000),
] as const

/** The bytes with something wrong in them, or several things. */
export const spoiledBytes = (bytes: Buffer, chance: Chance): Buffer => {
  let out = Buffer.from(bytes)
  for (let n = chance.below(5); n >= 0; n--) {
    const at = chance.below(out.length + 1)
    switch (chance.below(6)) {
      case 0:
        if (at < out.length) out[at] = chance.below(256)
        break
      case 1:
        out = Buffer.concat([out.subarray(0, at), Buffer.from(chance.pick(words)), out.subarray(at)])
        break
      case 2:
        out = Buffer.concat([out.subarray(0, at), out.subarray(at + chance.below(64))])
        break
      case 3: {
        const from = chance.below(out.length + 1)
        out = Buffer.concat([out.subarray(0, at), out.subarray(from, from + chance.below(200)), out.subarray(at)])
        break
      }
      case 4:
        if (at + 4 <= out.length) out.writeUInt32LE(chance.pick([0, 1, 0x7fffffff, 0xffffffff, out.length]), at)
        break
      default:
        if (chance.once(4)) out = out.subarray(0, at)
    }
  }
  return out
}

/** The text with something wrong in it. */
export const spoiledText = (text: string, chance: Chance): string => spoiledBytes(Buffer.from(text), chance).toString('utf8')

/** Some value, of any shape. */
const anything = (chance: Chance, depth = 0): unknown => {
  switch (chance.below(depth > 3 ? 6 : 9)) {
    case 0:
      return null
    case 1:
      return chance.pick([0, -1, 1, 1.5, 1e21, -1e308, 2 ** 53, 0.1 + 0.2, 1e-7])
    case 2:
      return chance.once(2)
    case 3:
    case 4:
    case 5:
      return chance.pick(words)
    case 6:
      return Array.from({ length: chance.below(5) }, () => anything(chance, depth + 1))
    case 7:
      return Object.fromEntries(Array.from({ length: chance.below(5) }, () => [chance.pick(words), anything(chance, depth + 1)]))
    default: {
      let deep: unknown = 1
      for (let n = chance.below(300); n > 0; n--) deep = chance.once(2) ? [deep] : { a: deep }
      return deep
    }
  }
}

/** The value with something in it another, gone, doubled or beside. */
export const spoiledValue = (value: unknown, chance: Chance): unknown => {
  if (Array.isArray(value)) {
    if (value.length === 0 || chance.once(8)) return anything(chance)
    const at = chance.below(value.length)
    if (chance.once(6)) return value.toSpliced(at, 1)
    if (chance.once(6)) return value.toSpliced(at, 0, value[at])
    return value.with(at, spoiledValue(value[at], chance))
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value)
    if (entries.length === 0 || chance.once(10)) return anything(chance)
    const at = chance.below(entries.length)
    const [name, inner] = entries[at] as [string, unknown]
    if (chance.once(8)) return Object.fromEntries(entries.toSpliced(at, 1))
    if (chance.once(8)) return Object.fromEntries([...entries, [chance.pick(words), anything(chance)]])
    return Object.fromEntries(entries.with(at, [name, spoiledValue(inner, chance)]))
  }
  if (typeof value === 'string' && chance.once(3)) return spoiledText(value, chance)
  return anything(chance)
}

/** As a file: mostly still JSON, sometimes not. */
export const spoiledJson = (value: unknown, chance: Chance): string => {
  let spoilt = value
  for (let n = chance.below(3); n >= 0; n--) spoilt = spoiledValue(spoilt, chance)
  const text = JSON.stringify(spoilt) ?? ''
  return chance.once(6) ? spoiledText(text, chance) : text
}
