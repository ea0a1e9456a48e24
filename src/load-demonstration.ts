import pg from 'pg'
import type { Console } from './commands/command.ts'
import { words } from './commands/words.ts'
import { contentOf, loadDemonstration } from './demo/load-demonstration.ts'
import { type Municipality, openMunicipality } from './municipality.ts'

/** Takes away a municipality whose loading was cut off. Nothing else has been done in it: it is served only when whole. */
export const clear = async (ownerUrl: string): Promise<void> => {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  await owner.query('drop schema history cascade; drop schema public cascade; create schema public').finally(() => owner.end())
}

/** Loads the demonstration where there is nothing, or half of it. Answers how many things there are, or null where a municipality was there already. */
export const loadIfEmpty = async (municipality: Municipality, console: Console): Promise<number | null> => {
  const content = await contentOf(municipality.store)
  if (content === 'whole') return null
  if (content === 'cut off') {
    console.progress(words.resuming)
    await clear(municipality.ownerUrl)
    await (await openMunicipality(municipality.ownerUrl, console.progress)).close()
  }
  const { store, ownerUrl } = municipality
  const things = await loadDemonstration({
    store,
    ownerUrl,
    progress: (done, all, what) => console.progress(words.loading(done, all, what)),
    signal: console.signal,
  })
  console.progress(words.loaded(things))
  return things
}
