import { renderToStaticMarkup as html } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import type { Refusal } from '../../kernel/refusal.ts'
import { Checkbox, Radios, Select } from './choices.tsx'
import { newForm, refusedForm } from './form-state.ts'
import { AmountField, DayField, TextField } from './inputs.tsx'
import { lawInWords } from './law.tsx'
import { Problems } from './problems.tsx'
import { remarkLetter } from './remarks.tsx'

const refusal = (field: string | undefined, sv: string, law?: string): Refusal => ({
  code: 'x',
  text: { sv, en: sv },
  ...(field ? { field } : {}),
  ...(law ? { law } : {}),
})
const form = refusedForm('sv', { amount: ['2,5 milj'], kind: ['b'], 'parts[0].what': ['Följ upp'] }, [
  refusal('amount', 'Skriv beloppet med siffror.'),
  refusal('kind', 'Ange hur utgiften ska finansieras.', 'KL 11:15'),
  refusal('parts[0].what', 'Skriv vad som ska göras.'),
  refusal(undefined, 'Någon annan har ändrat uppdraget.'),
])

describe('the summary of problems', () => {
  const page = html(<Problems form={form} />)
  test('counts them and links to each field', () => {
    expect(page).toContain('Fyra saker behöver ändras')
    expect(page).toContain('href="#field-amount"')
    expect(page).toContain('href="#field-parts-0-what"')
  })
  test('tells the section of law in words', () => expect(page).toContain('11\u00a0kap. 15\u00a0§ kommunallagen'))
  test('a problem without a field is told without a link', () => expect(page).toContain('<strong>Någon annan har ändrat uppdraget.</strong>'))
  test('can be given focus, and is announced', () => expect(page).toMatch(/role="alert"[^>]*tabindex="-1"/i))
  test('is not there when nothing is wrong', () => expect(html(<Problems form={newForm('sv')} />)).toBe(''))
})

describe('a field', () => {
  test('keeps what was typed and is tied to its hint and its errors', () => {
    const field = html(<AmountField form={form} name="amount" label="Belopp" hint="Tusental kronor." unit="tkr" />)
    expect(field).toContain('value="2,5 milj"')
    expect(field).toContain('aria-invalid="true"')
    expect(field).toContain('aria-describedby="field-amount-hint field-amount-error"')
    expect(field).toContain('id="field-amount-error"')
    expect(field).toContain('<label for="field-amount">')
  })
  test('that is right says nothing of errors', () => {
    const field = html(<TextField form={newForm('sv', { name: 'Värdar' })} name="name" label="Namn" />)
    expect(field).not.toMatch(/aria-invalid|aria-describedby|field--bad/)
    expect(field).toContain('value="Värdar"')
  })
  test('that may be left empty says so', () => expect(html(<TextField form={newForm('en')} name="n" label="N" required={false} />)).toContain('(optional)'))
  test('of days keeps a day that does not exist', () =>
    expect(html(<DayField form={refusedForm('sv', { d: ['2022-02-30'] }, [])} name="d" label="Dag" />)).toContain('value="2022-02-30"'))
  test('never fills a password in again', () =>
    expect(html(<TextField type="password" form={refusedForm('sv', { p: ['hemligt'] }, [])} name="p" label="Lösenord" />)).not.toContain('hemligt'))
})

describe('choices', () => {
  const choices = [
    { value: 'a', label: 'Höjt bidrag' },
    { value: 'b', label: 'Inom ram' },
  ]
  test('a group is named, carries the id of the summary and keeps the choice', () => {
    const group = html(<Radios form={form} name="kind" label="Finansiering" choices={choices} />)
    expect(group).toMatch(/<fieldset[^>]*id="field-kind"[^>]*aria-describedby="field-kind-error"/)
    expect(group).toContain('<legend>Finansiering')
    expect(group).toMatch(/value="b"[^>]*checked|checked[^>]*value="b"/)
  })
  test('a select keeps its choice and begins with an empty one', () => {
    const select = html(<Select form={form} name="kind" label="F" choices={choices} />)
    expect(select).toContain('<option value="">Välj</option>')
    expect(select).toMatch(/<option value="b" selected/)
  })
  test('a checkbox sends its value only when ticked', () =>
    expect(html(<Checkbox form={newForm('sv', { open: 'yes' })} name="open" label="Öppen" />)).toMatch(/checked=""/))
})

describe('references to law', () => {
  test.each([
    ['KL 11:15', 'sv', '11\u00a0kap. 15\u00a0§ kommunallagen'],
    ['KL 5:53–56', 'sv', '5\u00a0kap. 53–56\u00a0§§ kommunallagen'],
    ['KL 6:37, 7:5', 'sv', '6\u00a0kap. 37\u00a0§ och 7\u00a0kap. 5\u00a0§ kommunallagen'],
    ['FL 9', 'sv', '9\u00a0§ förvaltningslagen'],
    ['KL 11:15', 'en', 'Local Government Act 11:15'],
    ['Lag 2022:629 18–19 §§', 'sv', '18–19\u00a0§§ lagen (2022:629)'],
    ['KL 8:12, lag 1930:173', 'sv', '8\u00a0kap. 12\u00a0§ kommunallagen och lagen (1930:173)'],
    ['KL 6:20, vallag 14:21–23, lag 2022:629 22 §', 'en', 'Local Government Act 6:20, Elections Act 14:21–23 and Act (2022:629) 22'],
    ['SoL (2025:400) 30:5–12', 'sv', '30\u00a0kap. 5–12\u00a0§§ socialtjänstlagen (2025:400)'],
    ['FL 23–34 §§, SoL 14:10', 'sv', '23–34\u00a0§§ förvaltningslagen och 14\u00a0kap. 10\u00a0§ socialtjänstlagen'],
    ['Styr- och ledningssystemet, Uppdrag', 'sv', 'Styr- och ledningssystemet, Uppdrag'],
    ['A-05, A-06', 'sv', 'A-05, A-06'],
  ] as const)('%s in %s', (law, locale, words) => expect(lawInWords(law, locale)).toBe(words))
})

test('remarks are lettered past z', () => expect([0, 25, 26, 27, 52].map(remarkLetter)).toEqual(['a', 'z', 'aa', 'ab', 'ba']))
