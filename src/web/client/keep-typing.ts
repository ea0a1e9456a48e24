type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const isField = (element: Element | null): boolean => element !== null && element.matches('input:not([type=hidden]), textarea, select')

/** Does the field hold anything else than what the page was drawn with? */
const isChanged = (field: Field): boolean => {
  if (field instanceof HTMLSelectElement)
    return (
      field.selectedIndex !==
      Math.max(
        0,
        [...field.options].findIndex((o) => o.defaultSelected),
      )
    )
  if (field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio')) return field.checked !== field.defaultChecked
  return field.value !== field.defaultValue
}

/** Has somebody written in the form, or stand in one of its fields? */
const isWrittenIn = (form: HTMLFormElement): boolean =>
  (isField(document.activeElement) && form.contains(document.activeElement)) ||
  [...form.querySelectorAll<Field>('input:not([type=hidden]), textarea, select')].some(isChanged)

/** Is somebody writing in this part of the page: an opened fold with a form, or a form that is written in, not yet sent? */
const isBusy = (element: Element): boolean => {
  if (element.matches('form[data-sent]') || element.querySelector('form[data-sent]')) return false
  if (element instanceof HTMLDetailsElement) return element.open && element.querySelector('form') !== null
  return element instanceof HTMLFormElement && isWrittenIn(element)
}

/**
 * A page that is drawn anew because others have done something leaves alone what its reader is writing; a form that is sent is let go,
 * and so is one whose moment is over (`data-lapses`).
 */
export const keepTyping = (): void => {
  document.addEventListener('turbo:submit-start', ({ target }) => {
    if (target instanceof HTMLFormElement) target.dataset['sent'] = ''
  })
  // It never came through: what is written in it is not yet anywhere else.
  document.addEventListener('turbo:fetch-request-error', ({ target }) => {
    if (target instanceof HTMLFormElement) delete target.dataset['sent']
  })
  document.addEventListener('turbo:before-morph-element', (event) => {
    const { target } = event
    if (!(target instanceof Element)) return
    const goes = !(event as CustomEvent<{ readonly newElement?: Element }>).detail.newElement
    if (goes && target.matches('[data-lapses]')) return
    if (isBusy(target)) event.preventDefault()
  })
  // A fold is open or shut as its reader left it, unless the form in it was sent.
  document.addEventListener('turbo:before-morph-attribute', (event) => {
    const { target } = event
    const { attributeName } = (event as CustomEvent<{ readonly attributeName: string }>).detail
    if (target instanceof HTMLDetailsElement && attributeName === 'open' && !target.querySelector('form[data-sent]')) event.preventDefault()
  })
}
