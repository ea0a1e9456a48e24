import { longDay } from '../kernel/day.ts'
import type { Text } from '../kernel/text.ts'
import { locales } from '../kernel/text.ts'
import { Acts, Button } from '../web/components/button.tsx'
import { Checkboxes, Radios } from '../web/components/choices.tsx'
import { DataTable } from '../web/components/data-table.tsx'
import type { FormState } from '../web/components/form-state.ts'
import { TextField } from '../web/components/inputs.tsx'
import { Problems } from '../web/components/problems.tsx'
import { Note, PageHead, Section } from '../web/components/section.tsx'
import { Csrf } from '../web/csrf.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import { addressWords } from './address-words.ts'
import type { Feed } from './feed-store.ts'
import { MailList } from './mail-table.tsx'
import type { MailRow } from './mail-list.ts'
import { cadences, type Setting } from './setting.ts'
import { offeredDays } from './when.ts'
import { reminderWords as words } from './words.ts'

/** A calendar that the reader has or may have: their own (no node), or a body's. */
export interface CalendarChoice {
  readonly nodeId: string | null
  readonly name: Text
  readonly feed: Feed | undefined
}

interface SettingsProps {
  readonly view: View
  readonly setting: Setting
  /** An address that waits to be confirmed. */
  readonly waits: string | null
  readonly form: FormState
  readonly calendars: readonly CalendarChoice[]
  readonly letters: readonly MailRow[]
  /** Is there a mail server to send by? */
  readonly sends: boolean
  /** An address that was made just now, and is never shown again. */
  readonly made?: { readonly name: Text; readonly url: string }
}

/** How somebody wants to be told: letters, reminders, calendars; and the letters they have had. */
export const SettingsPage = ({ view, setting, waits, form, calendars, letters, sends, made }: SettingsProps) => (
  <Shell view={view} title={view.t(words.title)}>
    <PageHead title={view.t(words.title)} lead={view.t(words.lead(setting.email, setting.cadence))} />
    <Problems form={form} title={() => view.t(words.problems)} />
    {made && (
      <Section id="made" title={view.t(words.madeTitle(made.name))} intro={view.t(words.madeOnce)}>
        <p className="field">
          <label htmlFor="made-url">{view.t(words.address)}</label>
          <input id="made-url" className="w-l" type="text" readOnly value={made.url} />
        </p>
      </Section>
    )}
    <Section id="letters" title={view.t(words.letters)} intro={view.t(words.lettersIntro)}>
      {waits && <Note kind="gap">{view.t(addressWords.waits(waits))}</Note>}
      <form method="post" action="/account/reminders" className="stack">
        <Csrf view={view} />
        <TextField
          form={form}
          name="email"
          type="email"
          label={view.t(words.email)}
          why={view.t(words.emailWhy)}
          width="m"
          autoComplete="email"
          required={false}
        />
        <Radios
          form={form}
          name="cadence"
          label={view.t(words.howOften)}
          choices={cadences.map((c) => ({ value: c, label: view.t(words.cadence[c]), hint: view.t(words.cadenceHint[c]) }))}
        />
        <Checkboxes
          form={form}
          name="days"
          label={view.t(words.remindMe)}
          required={false}
          choices={offeredDays.map((n) => ({ value: String(n), label: view.t(words.day(n)) }))}
        />
        <Radios form={form} name="locale" label={view.t(words.language)} choices={locales.map((l) => ({ value: l, label: view.t(words.languages[l]) }))} />
        <Acts>
          <Button>{view.t(words.save)}</Button>
        </Acts>
      </form>
    </Section>
    <Calendars view={view} calendars={calendars} />
    <Section id="sent" title={view.t(words.yourLetters)} intro={view.t(words.yourLettersIntro)}>
      {!sends && <Note>{view.t(words.noServer)}</Note>}
      <MailList view={view} own rows={letters} caption={view.t(words.yourLetters)} empty={view.t(words.noLetters)} />
    </Section>
  </Shell>
)

const Calendars = ({ view, calendars }: Pick<SettingsProps, 'view' | 'calendars'>) => (
  <Section id="calendars" title={view.t(words.calendars)} intro={view.t(words.calendarsIntro)}>
    <DataTable
      locale={view.locale}
      caption={view.t(words.calendarsCaption)}
      captionHidden
      rows={calendars}
      rowKey={(c) => c.nodeId ?? 'own'}
      columns={[
        { id: 'calendar', head: view.t(words.calendar), rowHead: true, cell: (c) => view.t(c.name) },
        {
          id: 'made',
          head: view.t(words.made),
          label: `${view.t(words.made)}:`,
          cell: (c) => (c.feed ? longDay(c.feed.madeOn, view.locale) : <span className="q3">{view.t(words.notMade)}</span>),
        },
        {
          id: 'acts',
          head: view.t(words.what),
          headHidden: true,
          cell: (c) => (
            <div className="acts">
              <form method="post" action="/account/calendars" data-turbo="false">
                <Csrf view={view} />
                <input type="hidden" name="node" value={c.nodeId ?? ''} />
                <Button kind="second">
                  {view.t(c.feed ? words.renew : words.make)}
                  <span className="vh">{` (${view.t(c.name)})`}</span>
                </Button>
              </form>
              {c.feed && (
                <form method="post" action={`/account/calendars/${c.feed.id}/close`}>
                  <Csrf view={view} />
                  <Button kind="stop">
                    {view.t(words.revoke)}
                    <span className="vh">{` (${view.t(c.name)})`}</span>
                  </Button>
                </form>
              )}
            </div>
          ),
        },
      ]}
    />
  </Section>
)
