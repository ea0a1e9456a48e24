/** All rows of a list that is read page by page, each page after the last row of the one before. */
export async function* allPages<Row, Place>(
  load: (after: Place | null) => Promise<{ readonly rows: readonly Row[]; readonly next: Place | null }>,
): AsyncGenerator<Row> {
  let after: Place | null = null
  do {
    const page: { readonly rows: readonly Row[]; readonly next: Place | null } = await load(after)
    yield* page.rows
    after = page.next
  } while (after !== null)
}
