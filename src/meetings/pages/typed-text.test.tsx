import { renderToStaticMarkup as html } from 'react-dom/server'
import { expect, test } from 'vitest'
import { galleryView as view } from '../../../test/gallery/view.ts'
import { refusedForm } from '../../web/components/form-state.ts'
import { TypedText } from './typed-text.tsx'

const drawn = (values: Readonly<Record<string, readonly string[]>>, field?: string): string =>
  html(<TypedText view={view} form={refusedForm('sv', values, [{ code: 'x', text: { sv: 'Nej', en: 'No' }, ...(field ? { field } : {}) }])} />)

test('what was written stays to be read where a form is refused for where the meeting stands, as it may be gone from the page', () => {
  const motion = { act: ['motion'], 'motion.kind': ['reject'], 'motion.text': ['Sent men viktigt'], 'motion.clauses': ['1. riva'], 'remark.text': ['Annat'] }
  expect(drawn(motion)).toMatch(/1\. riva.*Sent men viktigt/)
  expect(drawn(motion)).not.toMatch(/reject|Annat/)
  expect(drawn({ act: ['motivate'], about: ['r1'], 'motivate.text.r1': ['Därför'] })).toContain('Därför')
  expect(drawn(motion, 'motion.personIds')).toBe('')
  expect(drawn({ act: ['order'], 'motion.text': ['Annat'] })).toBe('')
})
