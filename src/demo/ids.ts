import { createHash } from 'node:crypto'

/** The identity that a key of the data files always gets (UUID version 8): links between files need no lookup, and addresses stay. */
export const idOf = (kind: string, key: string): string => {
  const hex = createHash('sha256').update(`genomslag/${kind}/${key}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
