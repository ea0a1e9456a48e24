// The process that sets documents, one at a time: a long one stops no page, and can be ended, which no thread can while it sets.
import { readdirSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { type Bundle, bundleData } from './bundle.ts'
import type { Done, Job, Opening } from './job.ts'
import { type Attached, openAttached } from './merge/attached.ts'
import { type Insert, insertFiles } from './merge/merge.ts'
import { watchFile } from './place.ts'
import { docData } from './typst-data.ts'
import { startTypesetter, type Typeset, type Typesetter } from './typesetter.ts'

let typesetter: Typesetter | undefined
let watcher: Worker | undefined

const answer = async ({ id, work, own, memory }: Job): Promise<Done> => {
  watcher ??= new Worker(watchFile, { workerData: { most: memory }, execArgv: [] })
  typesetter ??= startTypesetter()
  if (own !== null) {
    try {
      readdirSync(own)
    } catch {
      return { id, folder: own }
    }
  }
  if (work.kind === 'bundle') return bundle(id, work.bundle, typesetter, own)
  const { doc } = work
  return toldOf(id, typesetter.typeset([`${doc.kind}.typ`, 'document.typ'], docData(doc, typesetter.set), own))
}

const toldOf = (id: number, set: Typeset): Done => ('trouble' in set ? { id, trouble: set.trouble } : { id, pdf: set.pdf, pages: set.pages })

/** Opens the files to know how many pages they have, sets the rest with room for them, and puts them in. */
const bundle = async (id: number, { cover, parts }: Bundle, { set, typeset }: Typesetter, own: string | null): Promise<Done> => {
  const opened: (readonly (Attached | null)[])[] = []
  for (const { files } of parts) {
    const some: (Attached | null)[] = []
    for (const { title, pdf } of files) {
      if (pdf) process.send?.({ id, opening: title } satisfies Opening)
      some.push(pdf ? await openAttached(pdf) : null)
    }
    opened.push(some)
  }
  process.send?.({ id, opening: '' } satisfies Opening)
  const pages = opened.map((files) => files.map((f) => f && { pages: f.pages, tagged: f.structure !== null }))
  const made = typeset(['bundle.typ'], bundleData({ cover, parts }, pages, set), own)
  if ('trouble' in made) return toldOf(id, made)
  const inserts = made.marks.flatMap(({ page, part, file }): Insert[] => {
    const attached = opened[part]?.[file]
    return attached ? [{ after: page - 1, title: parts[part]?.files[file]?.title ?? '', attached }] : []
  })
  return { id, ...(await insertFiles(made.pdf, inserts)) }
}

// What is thrown is a defect of ours: the process ends with it, and whoever asked is told.
process.on('message', (job: Job) => void answer(job).then((done) => process.send?.(done)))
process.on('disconnect', () => process.exit(0))
