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
  const again = form.refusals.length > 0
  const [ticked, remote] = [valuesOf(form, 'open.present'), valuesOf(form, 'open.remote')]
  return (
    <>
      <Section id="roll" title={t(words.rollCall)} intro={t(record.form === 'physical' ? words.rollCallIntro : words.rollCallRemote)}>
        <ActForm {...props} act="open" itemId={null} buttons={[{ label: t(words.open) }]} first>
          <Select
            form={{ ...form, values: { 'open.presidesId': [record.roster.find((s) => s.office === 'chair')?.personId ?? ''], ...form.values } }}
            name="open.presidesId"
            label={t(words.leads)}
            choices={record.roster.filter((s) => s.place === 'member').map((s) => ({ value: s.personId, label: `${s.name} (${s.party ?? '–'})` }))}
          />
          <fieldset className="field field--wide">
            <legend>{t(words.there)}</legend>
            <div className="roll">
              {record.roster.map((s) => (
                <div className="called" key={s.personId}>
                  <label className="choice">
                    <input type="checkbox" name="open.present" value={s.personId} defaultChecked={again ? ticked.includes(s.personId) : s.place === 'member'} />
                    <span>
                      {s.name} ({s.party ?? '–'})
                      <span className="hint">
                        {[s.office ? t(pageWords.office[s.office]) : null, s.place === 'substitute' ? t(pageWords.substitute) : null]
                          .filter(Boolean)
                          .join(', ')}
                      </span>
                    </span>
                  </label>
                  {record.form !== 'physical' && (
                    <label className="choice">
                      <input
                        type="checkbox"
                        name="open.remote"
                        value={s.personId}
                        defaultChecked={again ? remote.includes(s.personId) : record.form === 'digital'}
                      />
                      <span>
                        {t(pageWords.remotely)}
                        <span className="vh">, {s.name}</span>
                      </span>
                    </label>
                  )}
                </div>
              ))}
            </div>
          </fieldset>
        </ActForm>
      </Section>
      <AgendaList view={view} record={record} base={`/meetings/${record.id}`} shown={null} />
    </>
  )
}
