import { openHead } from './before-turbo.ts'
import { visit } from '@hotwired/turbo'
import { saveDrafts } from './drafts.ts'
import { growTextareas, guideFocus } from './focus.ts'
import { keepTyping } from './keep-typing.ts'
import { listenToKeys } from './keys.ts'
import { tellLostLine } from './lost-line.ts'

openHead()

// Titles in a drawn thread lead on by mouse. Everyone else has the same links in the list beside it.
document.documentElement.classList.add('js')
document.addEventListener('click', ({ target }) => {
  const address = target instanceof Element ? target.closest<SVGElement>('svg [data-href]')?.dataset['href'] : undefined
  if (address?.startsWith('#')) location.hash = address
  else if (address) visit(address)
})

guideFocus()
growTextareas()
saveDrafts()
keepTyping()
tellLostLine()
listenToKeys()
