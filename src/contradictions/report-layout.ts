/** The width that the report is laid out for, in characters. */
export const width = 80

const longest = (lines: readonly string[]): number => lines.reduce((most, line) => Math.max(most, line.length), 0)

/** Breaks a text at its spaces into lines that begin with `indent`. Hard spaces hold a number and its unit together; what is longer than a line is left whole. */
export const wrapped = (text: string, indent: string, first: string = indent): readonly string[] => {
  const lines: string[] = []
  let line = first
  let empty = true
  for (const word of text.replace(/(\d) (?=\d{3}(?!\d))/g, '$1\u00a0').split(/[ \n\t]+/)) {
    if (!empty && line.length + 1 + word.length > width) {
      lines.push(line)
      line = indent
      empty = true
    }
    line += empty ? word : ` ${word}`
    empty = false
  }
  return [...lines, line]
}

/** A heading with a rule of the sign under it, as wide as its words. */
export const headed = (text: string, sign: string): readonly string[] => {
  const lines = wrapped(text, '')
  return [...lines, sign.repeat(Math.min(width, longest(lines)))]
}

export interface Entry {
  readonly name: string
  readonly value: string
  readonly after?: string
}

/** Names at the left and values in one column, flush right where they are numbers; a name that would push the value beyond the width is shortened in its middle. */
export const columned = (entries: readonly Entry[], indent: string): readonly string[] => {
  const values = longest(entries.map(({ value }) => value))
  const after = longest(entries.map(({ after = '' }) => after))
  const room = Math.max(20, width - indent.length - values - (after > 0 ? after + 1 : 0) - 2)
  const names = entries.map(({ name }) => shortened(name, room))
  const left = longest(names)
  const numeric = entries.every(({ value }) => value === '' || /^\W*\d/.test(value))
  return entries.map(({ value, after: more }, i) => {
    const set = numeric ? value.padStart(values) : value.padEnd(values)
    return `${indent}${(names[i] as string).padEnd(left)}  ${set}${more ? ` ${more}` : ''}`.trimEnd()
  })
}

const shortened = (name: string, room: number): string => {
  if (name.length <= room) return name
  const head = Math.ceil((room - 1) / 2)
  return `${name.slice(0, head)}…${name.slice(name.length - (room - 1 - head))}`
}
