import { say } from './words.ts'

const storage = 'genomslag.keys'
const isOn = (): boolean => {
  try {
    return localStorage.getItem(storage) !== 'off'
  } catch {
    return true
  }
}
const turn = (on: boolean): void => {
  try {
    localStorage.setItem(storage, on ? 'on' : 'off')
  } catch {
    // A browser that keeps nothing: the keys stay as they were until the next page.
  }
}

/** Single keys that take a practised hand about. They can be turned off, and the choice is remembered (WCAG 2.1.4). */
export const listenToKeys = (): void => {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target) || !isOn()) return
    if (press(event.key)) event.preventDefault()
  })
  addButton()
  // Also on a page that answers a form with what hinders: that is drawn, not loaded.
  document.addEventListener('turbo:render', addButton)
  document.addEventListener('turbo:load', addButton)
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('input:not([type=checkbox], [type=radio]), textarea, select, [role=textbox]') ||
    target.closest('dialog') !== null)

const press = (key: string): boolean => {
  if (key === '/') return focus(document.querySelector<HTMLInputElement>('.find input'))
  if (key === '?') return show()
  if (/^[1-4]$/.test(key)) return click(document.querySelectorAll<HTMLAnchorElement>('.four .q')[Number(key) - 1])
  // What the page itself has put on a key goes before the rows of its tables.
  const button = [...document.querySelectorAll<HTMLElement>('main [data-key]')].find((b) => b.dataset['key']?.toLowerCase() === key.toLowerCase())
  if (button) return click(button)
  return /^[jk]$/i.test(key) && step(key.toLowerCase() === 'j' ? 1 : -1)
}

const focus = (element: HTMLElement | null | undefined): boolean => {
  element?.focus()
  return Boolean(element)
}
const click = (element: HTMLElement | null | undefined): boolean => {
  element?.click()
  return Boolean(element)
}

/** To the next or previous row of the page's tables. */
const step = (by: 1 | -1): boolean => {
  const rows = [...document.querySelectorAll<HTMLAnchorElement>('main tbody th[scope=row] > a')].filter((a) => a.offsetParent !== null)
  const at = rows.findIndex((a) => a === document.activeElement)
  return focus(rows[at < 0 ? (by === 1 ? 0 : rows.length - 1) : at + by])
}

const show = (): boolean => {
  const list = dialog()
  if (!list.isConnected) document.body.append(list)
  list.showModal()
  return true
}

const element = <K extends keyof HTMLElementTagNameMap>(tag: K, text = '', className = ''): HTMLElementTagNameMap[K] => {
  const made = document.createElement(tag)
  made.textContent = text
  if (className) made.className = className
  return made
}

/** The list of keys, with the switch. Built here, since it is of use only with this script. */
const dialog = (): HTMLDialogElement => {
  document.getElementById('keys')?.remove()
  const words = say()
  const box = element('dialog')
  box.id = 'keys'
  box.setAttribute('aria-labelledby', 'keys-h')
  const heading = element('h2', words.keys)
  heading.id = 'keys-h'
  const list = element('dl', '', 'facts')
  for (const [keys, what] of words.list) {
    const term = element('dt')
    for (const [i, key] of keys.split(' ').entries()) term.append(i > 0 ? ' ' : '', key === '–' ? key : element('kbd', key))
    list.append(term, element('dd', what))
  }
  const label = element('label', '', 'choice')
  const box2 = element('input')
  box2.type = 'checkbox'
  box2.checked = isOn()
  box2.addEventListener('change', () => turn(box2.checked))
  label.append(box2, element('span', words.use))
  const close = element('button', words.close, 'btn btn--2')
  close.type = 'button'
  close.addEventListener('click', () => box.close())
  box.append(heading, list, label, close)
  return box
}

/** The way to the list for those who have turned the keys off, or do not know of them. */
const addButton = (): void => {
  const links = document.querySelector('.foot-links')
  if (!links || links.querySelector('[data-keys]')) return
  const item = element('li', '', 'keys')
  const button = element('button', say().keys, 'plain')
  button.type = 'button'
  button.dataset['keys'] = ''
  button.addEventListener('click', () => show())
  item.append(button)
  links.append(item)
}
