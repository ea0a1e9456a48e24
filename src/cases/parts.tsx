import type { Locale } from '../kernel/text.ts'
import { langOf } from '../web/components/written.tsx'
import { longDay } from '../kernel/day.ts'
import { Clauses } from '../web/components/remarks.tsx'
import type { View } from '../web/view.ts'
import { type Assessment, type Cooperation, type DocumentKind, type PartSpec, partsOfKind } from './document.ts'
import { documentWords as words } from './document-words.ts'

/** The parts of a document as they are read, each with its heading in the margin. Parts that it lacks are not shown. */
export const DocumentParts = ({ view, kind, parts }: { readonly view: View; readonly kind: DocumentKind; readonly parts: Readonly<Record<string, unknown>> }) =>
  partsOfKind[kind]
    .filter((spec) => parts[spec.name] !== undefined)
    .map((spec) => (
      <section className="par" key={spec.name} aria-labelledby={`part-${spec.name}`}>
        <h2 className="marg" id={`part-${spec.name}`}>
          {view.t(spec.words)}
        </h2>
        <div className="in">
          <Part view={view} spec={spec} value={parts[spec.name]} />
        </div>
      </section>
    ))

const Part = ({ view, spec, value }: { readonly view: View; readonly spec: PartSpec; readonly value: unknown }) => {
  switch (spec.input) {
    case 'clauses':
      return <Clauses locale={view.locale} clauses={(value as readonly string[]).map((text, i) => ({ id: `${spec.name}-${i + 1}`, text }))} />
    case 'lines':
      return (
        <ol lang={langOf(view.locale)}>
          {(value as readonly string[]).map((line, i) => (
            <li key={`${i}-${line}`}>{line}</li>
          ))}
        </ol>
      )
    case 'day':
      return <p>{longDay(value as Parameters<typeof longDay>[0], view.locale)}</p>
    case 'assessment':
      return 'none' in (value as Assessment) ? (
        <p className="q2">{view.t(words.noneMade)}.</p>
      ) : (
        <Paragraphs text={(value as { text: string }).text} locale={view.locale} />
      )
    case 'cooperation':
      return (
        <ul className="bare">
          {(value as readonly Cooperation[]).map((c, i) => (
            <li key={`${i}-${c.forum}`}>
              {c.forum}, {c.day ? longDay(c.day, view.locale) : <span className="q2">{view.t(words.undatedShort)}</span>} ({view.t(words.cooperation[c.kind])})
            </li>
          ))}
        </ul>
      )
    default:
      return <Paragraphs text={value as string} locale={view.locale} />
  }
}

/** Running text: an empty line begins a new paragraph. */
export const Paragraphs = ({ text, locale }: { readonly text: string; readonly locale: Locale }) =>
  text.split(/\n\s*\n/).map((paragraph, i) => (
    <p className="read" lang={langOf(locale)} key={`${i}-${paragraph.slice(0, 20)}`}>
      {paragraph}
    </p>
  ))
