import { sql } from 'kysely'

/** Nodes whose secrets the reader may see. */
export type SecretsOf = readonly string[] | 'all'

/** True for things that the reader may see; the query must have `thing`. */
export const seenBy = (secretsOf: SecretsOf) =>
  secretsOf === 'all' ? sql<boolean>`true` : sql<boolean>`(thing.secrecy is null or thing.node_id = any(${[...secretsOf]}::uuid[]))`
