/** How letters are set in a picture: the sizes of the look's classes. */
export interface Style {
  /** Pixels of the drawing. */
  readonly size: number
  readonly bold: boolean
  /** Distance between lines. */
  readonly leading: number
}
export const styles = {
  head: { size: 15, bold: true, leading: 19 },
  title: { size: 15, bold: true, leading: 18 },
  quiet: { size: 13.5, bold: false, leading: 17 },
  gap: { size: 13.5, bold: true, leading: 17 },
} as const satisfies Record<string, Style>
export type StyleName = keyof typeof styles

const letters = ' !"#$%&\'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~ÅÄÖåäöÉéÜü§–—−×·”“’…½%±\u00a0÷→'
const table = (widths: string): ReadonlyMap<string, number> => {
  const numbers = widths.split(' ').map(Number)
  return new Map([...letters].map((letter, i) => [letter, numbers[i] as number]))
}

// Advance widths of Hanken Grotesk in thousandths of the letter size, without kerning: measured in a browser.
const regular = table(
  '260 240 338 699 560 747 686 174 222 222 398 560 240 327 240 418 560 560 560 560 560 560 560 560 560 560 240 240 560 560 560 516 874 637 601 704 ' +
    '682 585 565 731 678 246 552 634 495 839 676 748 554 774 598 564 587 656 656 957 641 602 582 258 448 258 552 405 292 540 587 518 587 540 335 514 ' +
    '547 226 226 532 265 828 547 577 587 587 407 470 346 547 521 748 520 521 472 239 258 239 560 637 637 748 540 540 577 585 540 656 547 577 412 1058 ' +
    '560 560 334 438 436 263 668 751 747 560 260 560 838',
)
const bold = table(
  '260 250 362 696 560 739 698 190 268 268 399 560 240 327 240 420 560 560 560 560 560 560 560 560 560 560 240 240 560 560 560 515 874 668 610 709 ' +
    '676 580 560 735 691 261 555 658 503 854 687 748 561 784 610 574 585 657 669 976 665 621 602 293 464 293 615 478 309 545 579 522 579 541 346 521 ' +
    '562 242 242 555 276 841 562 574 579 579 423 472 364 562 533 754 538 533 471 276 269 276 560 668 668 748 545 545 574 580 541 657 562 602 425 1058 ' +
    '560 560 316 459 458 269 688 796 739 560 260 560 838',
)
/** A letter that was not measured is taken for a wide one. */
const unknownWidth = 760
/** Room for kerning, hinting and the moment before the face has come, when a system face stands in. */
const margin = 1.03

/** How wide a line of text will be drawn, in pixels: an estimate on the safe side. */
export const textWidth = (text: string, style: Style): number => {
  const widths = style.bold ? bold : regular
  let sum = 0
  for (const letter of text) sum += widths.get(letter) ?? unknownWidth
  return (sum / 1000) * style.size * margin
}

/** The widest word: what a label needs at least, if no word is to be broken. Hard spaces hold their words together. */
export const widestWord = (text: string, style: Style): number => Math.max(0, ...text.split(' ').map((word) => textWidth(word, style)))

/**
 * Breaks a text into lines no wider than `width`. A word that is wider is broken with a hyphen. What does not fit in `most` lines
 * ends with an ellipsis. Never gives a line wider than `width`, as long as five letters fit in it.
 */
export const wrap = (text: string, width: number, style: Style, most = Number.POSITIVE_INFINITY): readonly string[] => {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ').flatMap((w) => breakWord(w, width, style))) {
    const joined = line === '' ? word.text : line + (word.glued ? '' : ' ') + word.text
    if (line === '' || textWidth(joined, style) <= width) line = joined
    else {
      lines.push(line)
      line = word.text
    }
  }
  if (line !== '') lines.push(line)
  if (lines.length <= most) return lines
  const kept = lines.slice(0, most)
  kept[most - 1] = cutOff(kept[most - 1] as string, width, style)
  return kept
}

interface Piece {
  readonly text: string
  /** Belongs to the word before: no space between. */
  readonly glued: boolean
}

const vowels = 'aeiouyåäöéAEIOUYÅÄÖÉ'

/** A better place to break, at most six letters earlier: before a consonant that a vowel follows, with three letters left on each side. */
const atSyllable = (word: readonly string[], most: number): number => {
  const vowel = (i: number): boolean => vowels.includes(word[i] ?? ' ')
  for (let n = Math.min(most, word.length - 3); n >= Math.max(3, most - 6); n--) if (!vowel(n) && vowel(n + 1)) return n
  return most
}

const breakWord = (word: string, width: number, style: Style): readonly Piece[] => {
  const pieces: Piece[] = []
  let rest = [...word]
  while (rest.length > 1 && textWidth(rest.join(''), style) > width) {
    let n = rest.length - 1
    while (n > 1 && textWidth(`${rest.slice(0, n).join('')}-`, style) > width) n--
    n = atSyllable(rest, n)
    pieces.push({ text: `${rest.slice(0, n).join('')}-`, glued: pieces.length > 0 })
    rest = rest.slice(n)
  }
  if (rest.length > 0) pieces.push({ text: rest.join(''), glued: pieces.length > 0 })
  return pieces
}

const cutOff = (line: string, width: number, style: Style): string => {
  let kept = [...line]
  while (kept.length > 0 && textWidth(`${kept.join('')}…`, style) > width) kept = kept.slice(0, -1)
  return `${kept.join('').replace(/[\s,.–-]+$/, '')}…`
}
