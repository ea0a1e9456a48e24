import { Select } from '../../web/components/choices.tsx'
import { valuesOf } from '../../web/components/form-state.ts'
import { Section } from '../../web/components/section.tsx'
import { ActForm } from './act-form.tsx'
import type { DeskProps } from './desk-page.tsx'
import { deskWords as words } from './desk-words.ts'
import { AgendaList } from './parts.tsx'
import { pageWords } from './words.ts'

/** The roll call that opens the meeting: who are there, on site or remote, and who leads. */
export const OpenForm = (props: DeskProps) => {
  const { view, record, form } = props
  const { t } = view
  const ticked = valuesOf(form, 'open.present')
  return (
    <>
      <Section id="roll" title={t(words.rollCall)} intro={t(words.rollCallIntro)}>
        <ActForm {...props} act="open" itemId={null} buttons={[{ label: t(words.open) }]} first>
          <Select
            form={{ ...form, values: { 'open.presides': [record.roster.find((s) => s.office === 'chair')?.personId ?? ''], ...form.values } }}
            name="open.presides"
            label={t(words.leads)}
            choices={record.roster.filter((s) => s.place === 'member').map((s) => ({ value: s.personId, label: `${s.name} (${s.party ?? '–'})` }))}
          />
          <fieldset className="field field--wide">
            <legend>{t(words.there)}</legend>
            <div className="roll">
              {record.roster.map((s) => (
                <label className="choice" key={s.personId}>
                  <input
                    type="checkbox"
                    name="open.present"
                    value={s.personId}
                    defaultChecked={form.refusals.length > 0 ? ticked.includes(s.personId) : s.place === 'member'}
                  />
                  <span>
                    {s.name} ({s.party ?? '–'})
                    <span className="hint">
                      {[s.office ? t(pageWords.office[s.office]) : null, s.place === 'substitute' ? t(pageWords.substitute) : null].filter(Boolean).join(', ')}
                    </span>
                  </span>
                </label>
              ))}
            </div>
          </fieldset>
        </ActForm>
      </Section>
      <Section id="agenda" title={t(pageWords.agenda)}>
        <AgendaList view={view} record={record} base={`/meetings/${record.id}`} shown={null} />
      </Section>
    </>
  )
}
