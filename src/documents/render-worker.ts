// The process that sets documents, one at a time: a long one stops no page, and can be ended, which no thread can while it sets.
import { readdirSync } from 'node:fs'
import type { Done, Job } from './job.ts'
import { docData } from './typst-data.ts'
import { startTypesetter, type Typesetter } from './typesetter.ts'

let typesetter: Typesetter | undefined

const answer = ({ id, doc, own }: Job): Done => {
  typesetter ??= startTypesetter()
  if (own !== null) {
    try {
      readdirSync(own)
    } catch {
      return { id, folder: own }
    }
  }
  return { id, ...typesetter.typeset([`${doc.kind}.typ`, 'document.typ'], docData(doc, typesetter.set), own) }
}

// What is thrown is a defect of ours: the process ends with it, and whoever asked is told.
process.on('message', (job: Job) => process.send?.(answer(job)))
process.on('disconnect', () => process.exit(0))
