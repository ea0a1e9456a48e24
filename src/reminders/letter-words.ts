import { type Day, fullDay } from '../kernel/day.ts'
import { type Locale, type Text, upper } from '../kernel/text.ts'
import { numeral } from '../rulebook/gaps.ts'
import type { Group } from './told-lines.ts'

const lower = (s: string): string => s.charAt(0).toLowerCase() + s.slice(1)
const both = (make: (l: Locale) => string): Text => ({ sv: make('sv'), en: make('en') })

/** The words of a letter. No subject of a letter tells a title: it is read on locked screens. */
export const letterWords = {
  aDay: { sv: 'En dag att hålla', en: 'A day to keep' },
  asked: (label: Text): Text => ({ sv: `En rapport begärs: ${label.sv}`, en: `A report is asked for: ${label.en}` }),
  askedSecret: { sv: 'En rapport begärs', en: 'A report is asked for' },
  dispatch: { sv: 'Ett beslut har kommit', en: 'A decision has come' },
  report: { sv: 'En rapport har lämnats', en: 'A report has been handed in' },
  summons: { sv: 'Kallelse till sammanträde', en: 'Summons to a meeting' },
  sent_back: { sv: 'En rapport är återsänd', en: 'A report has been sent back' },
  given: (one: Text): Text => ({ sv: `Har kommit till dig: ${lower(one.sv)}`, en: `Has come to you: ${lower(one.en)}` }),
  followed: { sv: 'Har ändrats', en: 'Has changed' },
  followedAct: (act: Text): Text => ({ sv: `Har ändrats: ${lower(act.sv)}`, en: `Has changed: ${lower(act.en)}` }),

  group: {
    late: { sv: 'Sent', en: 'Late' },
    due: { sv: 'Att hålla', en: 'To keep' },
    landed: { sv: 'Nytt hos dig', en: 'New with you' },
    followed: { sv: 'Det du bevakar', en: 'What you follow' },
  } satisfies Record<Group, Text>,
  subject: (n: Readonly<Record<Group, number>>): Text =>
    both((l) => {
      const sv = l === 'sv'
      const parts = [
        n.late > 0 &&
          (sv
            ? `${numeral(n.late, l)} ${n.late === 1 ? 'sak är sen' : 'saker är sena'}`
            : `${numeral(n.late, l)} ${n.late === 1 ? 'thing is' : 'things are'} late`),
        n.due > 0 && (sv ? `${numeral(n.due, l)} ${n.due === 1 ? 'dag' : 'dagar'} att hålla` : `${numeral(n.due, l)} ${n.due === 1 ? 'day' : 'days'} to keep`),
        n.landed > 0 &&
          (sv ? `${numeral(n.landed, l)} ${n.landed === 1 ? 'ny sak' : 'nya saker'}` : `${numeral(n.landed, l)} new ${n.landed === 1 ? 'thing' : 'things'}`),
        n.followed > 0 &&
          (sv
            ? `${numeral(n.followed, l)} ${n.followed === 1 ? 'ändring' : 'ändringar'}`
            : `${numeral(n.followed, l)} ${n.followed === 1 ? 'change' : 'changes'}`),
      ].filter((part) => part !== false)
      return upper(parts.join(', '))
    }),
  by: (d: Day): Text => both((l) => (l === 'sv' ? `senast ${fullDay(d, l)}` : `by ${fullDay(d, l)}`)),
  hello: (name: string): Text => ({ sv: `Till ${name}`, en: `To ${name}` }),
  all: { sv: 'Allt som väntar på dig', en: 'Everything that waits for you' },
  whySent: {
    sv: 'Brevet kommer från kommunens system Genomslag, för att du svarar för det här eller bevakar det. Hemliga saker nämns bara med nummer.',
    en: 'This letter comes from the municipality’s system Genomslag, since you answer for this or follow it. Secret matters are named by number only.',
  },
  settings: { sv: 'Välj när du vill bli påmind', en: 'Choose when to be reminded' },
  unsubscribe: { sv: 'Inga fler brev', en: 'No more letters' },
}
