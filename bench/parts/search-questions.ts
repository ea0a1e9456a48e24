/** A question by its words, what narrows it in the page's address, and the same in SQL. */
export interface SearchQuestion {
  readonly name: string
  readonly q: string
  readonly more: string
  readonly rawMore: string
}

const asked = (name: string, q: string, more = '', rawMore = ''): SearchQuestion => ({ name, q, more, rawMore })

/** What is asked over all documents. `nodes` are the board and all below it. */
export const questions = (board: string, nodes: readonly string[]): readonly SearchQuestion[] => [
  asked('a common word', 'kommunen'),
  asked(
    'a common word, of a board in a year',
    'kommunen',
    `&body=${board}&year=2024`,
    `and node_id = any('{${nodes.join(',')}}') and day between '2024-01-01' and '2024-12-31'`,
  ),
  asked('a common word, decisions only', 'kommunen', '&kind=decision', `and kind = 'decision'`),
  asked('a common word, newest first', 'kommunen', '&sort=newest'),
  asked('three words', 'skola budget trafikplan'),
  asked('two common words', 'nämnden beslut '),
  asked('a rare word', 'folkhälsomätningarna '),
  asked('a beginning of two letters', 'tr'),
  asked('a beginning', 'trafikut'),
  asked('misspelt', 'försörjningssöd '),
  asked('a number', 'N4 2014-00123'),
  asked('words in their order', '"nämnden beslut"'),
  asked('one word without another', 'budget -skola'),
  asked('nothing of the kind', 'xylofonkvartett '),
]

/** What is asked of a term's minutes. */
export const minutesQuestions = (board: string): readonly SearchQuestion[] => [
  asked('minutes: in all', 'avloppsledning ', '&kind=minutes', `and kind = 'minutes'`),
  asked('minutes: a common word', 'beslut ', '&kind=minutes', `and kind = 'minutes'`),
  asked(
    'minutes: of a body and a year',
    'avloppsledning ',
    `&kind=minutes&body=${board}&year=2020`,
    `and kind = 'minutes' and node_id = '${board}' and day between '2020-01-01' and '2020-12-31'`,
  ),
]
