import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { packageRoot } from '../database/package-root.ts'
import type { Text } from '../kernel/text.ts'

/** The data files' words (data/README.md tells them); every key refers to a record with that key. */
export interface OrganisationFile {
  readonly nodes: readonly { key: string; kind: string; name: Text; short: string; parent?: string; from: string; to?: string; seats?: number; code?: string }[]
  readonly successions: readonly { from: string; to: string; on: string; kind: 'merge' | 'split' | 'move'; share?: number | null }[]
  readonly persons: readonly { key: string; given: string; family: string; party?: string; email?: string }[]
  readonly posts: readonly { key: string; node: string; role: string; title: Text; seat?: number }[]
  readonly appointments: readonly { post: string; person: string; from: string; to?: string }[]
  readonly demoRoles: readonly { role: string; person: string | null; name: Text }[]
}

const folder = path.join(packageRoot, 'data', 'boras')

/** Reads one file of the demonstration municipality. */
export const readData = <T>(name: string): T => JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as T

/** Reads all files whose name begins so ('decisions' gives decisions-boras.json and decisions-goteborg.json), in order of name. */
export const readAll = <T>(prefix: string): readonly T[] =>
  readdirSync(folder)
    .filter((name) => name.startsWith(prefix) && name.endsWith('.json'))
    .toSorted()
    .map((name) => readData<T>(name))
