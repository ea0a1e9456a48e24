const shown = new WeakSet<Element>()

/** To what is wrong with a form, once for each time that it is refused: later the reader is on the way to a field. */
const toProblems = (): boolean => {
  const problems = document.querySelector<HTMLElement>('[data-problems]')
  if (!problems || shown.has(problems)) return false
  shown.add(problems)
  problems.focus()
  return true
}

/** After a refused form the reader stands at what is wrong; after a link, at the new page's content, as a full load would have it. */
export const guideFocus = (): void => {
  let first = true
  document.addEventListener('turbo:load', () => {
    if (!toProblems() && !first && document.activeElement === document.body && location.hash === '')
      document.getElementById('content')?.focus({ preventScroll: true })
    first = false
  })
  // A form that was refused is drawn without a visit.
  document.addEventListener('turbo:render', toProblems)
}

/** Textareas grow with what is written, in browsers whose style sheets cannot do it. By rows: the policy allows no inline style. */
export const growTextareas = (): void => {
  if (CSS.supports('field-sizing', 'content')) return
  document.addEventListener('input', ({ target }) => {
    if (!(target instanceof HTMLTextAreaElement)) return
    while (target.scrollHeight > target.clientHeight + 2 && target.rows < 40) target.rows += 1
  })
}
