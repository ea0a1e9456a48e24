/** The address word of a name: 'Vård- och äldrenämnden' gives 'vard-och-aldrenamnden'. Takes the next number when it is taken. */
export const slugOf = (name: string, taken: ReadonlySet<string>): string => {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  const base = plain === '' ? 'enhet' : plain
  let slug = base
  for (let no = 2; taken.has(slug); no++) slug = `${base}-${no}`
  return slug
}
