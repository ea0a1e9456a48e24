/** The index of the search: kept by the database itself, never written by the program (migration 019). */
export interface SearchTables {
  search_item: {
    id: string
    part: 'open' | 'secret'
    kind: string
    number: string | null
    title: string
    body: string
    node_id: string
    day: string
    secrecy: string | null
    secret_of: string[]
    path: string
    title_words: string
    words: string
  }
  /** Words of open titles (migration 041). */
  search_word: { word: string }
}
