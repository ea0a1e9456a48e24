const isField = (element: Element | null): boolean => element !== null && element.matches('input:not([type=hidden]), textarea, select')

/** Is somebody writing in this part of the page: an opened fold with a form, or a form that has the focus, not yet sent? */
const isBusy = (element: Element): boolean => {
  if (element.matches('form[data-sent]') || element.querySelector('form[data-sent]')) return false
  if (element instanceof HTMLDetailsElement) return element.open && element.querySelector('form') !== null
  return element instanceof HTMLFormElement && isField(document.activeElement) && element.contains(document.activeElement)
}

/** A page that is drawn anew because others have done something leaves alone what its reader is writing; a form that is sent is let go. */
export const keepTyping = (): void => {
  document.addEventListener('turbo:submit-start', ({ target }) => {
    if (target instanceof HTMLFormElement) target.dataset['sent'] = ''
  })
  document.addEventListener('turbo:before-morph-element', (event) => {
    if (event.target instanceof Element && isBusy(event.target)) event.preventDefault()
  })
}
