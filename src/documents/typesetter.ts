import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { NodeCompiler, type NodeError, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import { coverageOf, readFonts } from './fonts.ts'
import type { TemplateTrouble } from './job.ts'
import { shippedTemplates } from './place.ts'
import { setterFor, type Setter } from './typst-data.ts'

/** A place that the bundle's template has marked: after which page, from 1, a file of a part is to be put in. */
export interface Mark {
  readonly page: number
  readonly part: number
  readonly file: number
}

/** A PDF, or what is wrong with the templates. */
export type Typeset = { readonly pdf: Uint8Array; readonly pages: number; readonly marks: readonly Mark[] } | { readonly trouble: readonly TemplateTrouble[] }

export interface Typesetter {
  /** Writes texts so that the fonts can set them. */
  readonly set: Setter
  /** Sets `data` (doc.json) by the first of the templates that there is: own ones go before shipped ones of the same name. */
  typeset(templates: readonly string[], data: unknown, own: string | null): Typeset
}

/** A template of the municipality or a file that one uses (a coat of arms); nothing hidden, nothing large. */
const isUsed = (name: string, size: number): boolean => /^[A-Za-z0-9_-]+\.(typ|svg|png|jpg|json)$/.test(name) && size <= 5_000_000 && name !== 'doc.json'

const readOwn = (folder: string): ReadonlyMap<string, Buffer> =>
  new Map(
    readdirSync(folder)
      .filter((name) => isUsed(name, statSync(path.join(folder, name)).size))
      .map((name) => [name, readFileSync(path.join(folder, name))]),
  )

/** Starts the compiler with the fonts of the house and no others. Heavy: once in a process. Throws when a font is missing. */
export const startTypesetter = (): Typesetter => {
  const fonts = readFonts()
  const compiler = NodeCompiler.create({ workspace: shippedTemplates, fontArgs: [{ fontBlobs: [...fonts] }] })
  const shipped = new Set(readdirSync(shippedTemplates))
  const sourceOf = (file: string, own: ReadonlyMap<string, Buffer>): string =>
    (own.get(file) ?? readFileSync(path.join(shippedTemplates, file))).toString('utf8')

  const told = (error: NodeError | null, own: ReadonlyMap<string, Buffer>): readonly TemplateTrouble[] =>
    (error ? (compiler.fetchDiagnostics(error) as readonly Diagnostic[]) : []).map((d) => {
      const file = path.basename(d.path ?? '') || 'document.typ'
      return { file, line: lineOf(d.range, () => sourceOf(file, own)), message: d.message }
    })

  const marksOf = (document: NodeTypstDocument): readonly Mark[] => compiler.query(document, { selector: '<inserted>', field: 'value' }) as readonly Mark[]

  return {
    set: setterFor(new Set(fonts.flatMap((font) => [...coverageOf(font)]))),
    typeset: (templates, data, folder) => {
      const own = folder === null ? new Map<string, Buffer>() : readOwn(folder)
      const main = templates.find((name) => own.has(name) || shipped.has(name)) ?? 'document.typ'
      compiler.resetShadow()
      for (const [name, content] of own) compiler.mapShadow(path.join(shippedTemplates, name), content)
      compiler.mapShadow(path.join(shippedTemplates, 'doc.json'), Buffer.from(JSON.stringify(data)))
      try {
        const compiled = compiler.compile({ mainFilePath: path.join(shippedTemplates, main), resetRead: true })
        // A face that is not there would be set in another: as wrong as any other mistake.
        const strange = told(compiled.takeWarnings(), own).filter((w) => w.message.startsWith('unknown font'))
        const trouble = compiled.hasError() ? told(compiled.takeError(), own) : strange
        if (!compiled.result || trouble.length > 0) return { trouble }
        return { pdf: compiler.pdf(compiled.result, { pdfStandard: 'ua-1' }), pages: compiled.result.numOfPages, marks: marksOf(compiled.result) }
      } catch (error) {
        return {
          trouble: [
            { file: main, line: null, message: [...String(error).matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map((m) => m[1]).join('; ') || String(error) },
          ],
        }
      } finally {
        compiler.evictCache(4)
      }
    },
  }
}

interface Diagnostic {
  readonly message: string
  readonly path?: string
  readonly range?: string | { readonly start: { readonly line: number } } | null
}

/** The compiler tells a range as 'line:column-line:column' from 0, or not at all. */
const lineOf = (range: Diagnostic['range'], source: () => string): number | null => {
  if (!range) return null
  if (typeof range === 'object') return range.start.line + 1
  const line = Number(/^(\d+)/.exec(range)?.[1])
  return Number.isInteger(line) && line < source().split('\n').length ? line + 1 : null
}
