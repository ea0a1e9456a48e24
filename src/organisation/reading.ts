import { addDays, type Day, readDay } from '../kernel/day.ts'
import { isId } from '../kernel/identity.ts'
import { readNumber } from '../kernel/number.ts'
import type { Refusal } from '../kernel/refusal.ts'
import { roles, type Role } from '../kernel/who.ts'
import { type Fields, first } from '../web/view.ts'
import type { NodeDraft } from './draft.ts'
import { formWords } from './form-words.ts'
import { refusalWords } from './refusal-words.ts'
import { type NodeKind, nodeKinds } from './tree.ts'
import { words } from './words.ts'

/** Reads the fields of a form one by one and gathers what cannot be read, so that everything wrong is told at once. */
export class Reading {
  readonly refusals: Refusal[] = []
  private readonly fields: Fields
  private readonly today: Day

  /** `today` stands in for a day that cannot be read, so that the rest can still be judged. */
  constructor(fields: Fields, today: Day) {
    this.fields = fields
    this.today = today
  }

  text(name: string): string {
    return first(this.fields, name).trim()
  }

  day(name: string): Day {
    const typed = this.text(name)
    const day = readDay(typed)
    if (day === null) this.refusals.push({ code: 'day.unreadable', field: name, text: typed === '' ? words.noDay : words.badDay(typed) })
    return day ?? this.today
  }

  /** A last day, as the first day after it; null when nothing is written. */
  through(name: string): Day | null {
    return this.text(name) === '' ? null : addDays(this.day(name), 1)
  }

  /** A whole number of 1 or more, or null when nothing is written. */
  count(name: string): number | null {
    const typed = this.text(name)
    if (typed === '') return null
    if (!/^[1-9]\d{0,3}$/.test(typed)) this.refusals.push(refusalWords.badSeats(name))
    return Number(typed) || 1
  }

  /** A percentage as a share, to a millionth; null where `unknown` is ticked. */
  share(name: string, unknown: string): number | null {
    if (this.text(unknown) !== '') {
      if (this.text(name) !== '') this.refusals.push(refusalWords.shareAndUnknown(name))
      return null
    }
    const percent = readNumber(this.text(name))
    if (!percent.ok) this.refusals.push(refusalWords.badShare(name))
    return percent.ok ? Math.round(percent.value * 10_000) / 1_000_000 : 0
  }

  /** The id of something chosen, or null when nothing is. */
  id(name: string): string | null {
    const typed = this.text(name)
    return isId(typed) ? typed : null
  }

  private chosen<T extends string>(name: string, options: readonly T[]): T | null {
    const value = options.find((option) => option === this.text(name))
    if (value === undefined) this.refusals.push({ code: 'choice.none', field: name, text: formWords.nothingChosen })
    return value ?? null
  }

  kind(name: string): NodeKind {
    return this.chosen(name, nodeKinds) ?? 'unit'
  }

  role(name: string): Role {
    return this.chosen(name, roles) ?? 'officer'
  }

  draft(suffix = ''): NodeDraft {
    return {
      name: { sv: this.text(`name${suffix}`), en: this.text(`nameEn${suffix}`) },
      short: this.text(`short${suffix}`),
      seats: this.count(`seats${suffix}`),
    }
  }
}
