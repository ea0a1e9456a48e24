import { isMissing, tellsLane } from './model.ts'
import { type StyleName, styles, wrap } from './measure.ts'
import type { Letters } from './drawing.ts'
import type { Stop } from './stops.ts'

/** One line of a label, before it is placed. */
export interface LabelLine {
  readonly text: string
  readonly style: StyleName
  readonly tone: Letters['tone']
  readonly href?: string | undefined
}

/** What is written at a stop: over its line (branch, day, title) and under it (text, what is missing). */
export interface Label {
  readonly above: readonly LabelLine[]
  readonly below: readonly LabelLine[]
}

const set = (text: string, width: number, most: number, style: StyleName, tone: Letters['tone'], href?: string): readonly LabelLine[] =>
  text === '' ? [] : wrap(text, width, styles[style], most).map((line) => ({ text: line, style, tone, href }))

/** Sets a stop's words into lines of at most `width`. `lane` names the branch where it begins. */
export const labelOf = (stop: Stop, width: number, lane: string | null, gapWord: string): Label => ({
  above: [
    ...(lane === null || tellsLane(stop.title, lane) ? [] : set(lane, width, 2, 'quiet', 'lane')),
    ...set(stop.when, width, 2, 'quiet', 'faint'),
    ...set(stop.title, width, 3, 'title', 'title', stop.href),
  ],
  // What is missing matters more than what is told of it; the walk has both.
  below: [...(isMissing(stop) ? [] : set(stop.text, width, stop.gap === undefined ? 3 : 2, 'quiet', 'quiet')), ...gapLines(stop, width, gapWord)],
})

/** 'Lucka' in red and what is missing under it. */
export const gapLines = (stop: Stop, width: number, gapWord: string): readonly LabelLine[] =>
  stop.gap === undefined && !isMissing(stop) ? [] : [...set(gapWord, width, 1, 'gap', 'gap'), ...set(stop.gap ?? '', width, 3, 'quiet', 'quiet')]

/** Height of a block of lines. */
export const heightOf = (lines: readonly LabelLine[]): number => lines.reduce((sum, line) => sum + styles[line.style].leading, 0)

/** Baselines for a block of lines that begins at `top`. */
export const stack = (lines: readonly LabelLine[], x: number, top: number, key: string): readonly Letters[] => {
  let y = top
  return lines.map((line, i) => {
    y += styles[line.style].leading
    return { key: `${key}-${i}`, x, y: y - 4, ...line }
  })
}
