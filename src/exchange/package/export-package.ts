import pg from 'pg'
import type { Manifest } from './manifest.ts'
import { type Sink, writePackage } from './write-package.ts'

interface Exporting {
  readonly ownerUrl: string
  readonly sink: Sink
  readonly onProgress?: (done: number, all: number, what: string) => void
  readonly signal?: AbortSignal
}

/** Writes the whole municipality as it is at one moment, while the program runs and people go on writing. */
export const exportPackage = async ({ ownerUrl, ...writing }: Exporting): Promise<Manifest> => {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    return await writePackage(client, writing)
  } finally {
    await client.query('rollback').catch(() => {})
    await client.end()
  }
}
