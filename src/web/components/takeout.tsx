import { say } from '../../kernel/text.ts'
import type { View } from '../view.ts'
import { webWords as words } from '../words.ts'

interface TakeoutProps {
  readonly view: View
  /** The list's name in addresses: 'register/agreements', 'cases'. */
  readonly list: string
  /** Parameters that the page's address does not have: whose people, which measure. */
  readonly more?: Readonly<Record<string, string>> | undefined
  /** Can it be read in again? */
  readonly back?: boolean | undefined
}

/** Under a list: takes it out as it is shown, for a spreadsheet, and reads it in again where that can be done. */
export const Takeout = ({ view, list, more = {}, back = false }: TakeoutProps) => {
  const query = new URLSearchParams(view.path.split('?')[1] ?? '')
  query.delete('after')
  for (const [name, value] of Object.entries(more)) query.set(name, value)
  const tail = query.size > 0 ? `?${query}` : ''
  const hidden = <span className="vh"> {say(words.takeoutOf, view.locale)}</span>
  return (
    <p className="hint takeout">
      {say(words.takeout, view.locale)}{' '}
      <a href={`/export/${list}.xlsx${tail}`} download="">
        Excel
        {hidden}
      </a>
      {' · '}
      <a href={`/export/${list}.csv${tail}`} download="">
        CSV
        {hidden}
      </a>
      {back && view.who.personId !== null && (
        <>
          {' · '}
          <a href={`/import/${list}/upload`}>{say(words.readIn, view.locale)}</a>
        </>
      )}
    </p>
  )
}
