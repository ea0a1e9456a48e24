import { type Day, longDay } from '../kernel/day.ts'
import type { Refusal } from '../kernel/refusal.ts'
import type { Text } from '../kernel/text.ts'
import { Button, ClosedAct } from '../web/components/button.tsx'
import { DataTable } from '../web/components/data-table.tsx'
import type { FormState } from '../web/components/form-state.ts'
import { Problems } from '../web/components/problems.tsx'
import { PageHead, Section } from '../web/components/section.tsx'
import { Brk } from '../web/components/status.tsx'
import { Csrf } from '../web/csrf.tsx'
import { Shell } from '../web/shell.tsx'
import type { View } from '../web/view.ts'
import { shutOutWords as words } from './shut-out-words.ts'

/** A way in that somebody has: the account here, or a provider. */
export interface WayIn {
  readonly name: Text
  readonly as: string
  readonly since: Day | null
  readonly disabled: boolean
}

interface ShutOutProps {
  readonly view: View
  readonly person: { readonly id: string; readonly name: string }
  readonly ways: readonly WayIn[]
  readonly sessions: number
  /** Why this reader may not switch it off or on; empty where they may. */
  readonly barred: readonly Refusal[]
  readonly form: FormState
}

/** How somebody signs in, and the switch that shuts them out. */
export const ShutOutPage = ({ view, person, ways, sessions, barred, form }: ShutOutProps) => {
  const { t, locale } = view
  const off = ways.length > 0 && ways.every((w) => w.disabled)
  const label = t(off ? words.switchOn : words.switchOff)
  return (
    <Shell view={view} title={t(words.titleOf(person.name))} room="organisation">
      <PageHead
        kicker={<a href={`/people/${person.id}`}>{person.name}</a>}
        title={t(words.title)}
        lead={t(ways.length === 0 ? words.none : off ? words.off : words.on(sessions))}
      />
      <Problems form={form} title={() => t(words.problems)} />
      <Section id="ways" title={t(words.ways)}>
        <DataTable<WayIn>
          locale={locale}
          caption={t(words.ways)}
          captionHidden
          rows={ways}
          rowKey={(w) => `${w.name.sv} ${w.as}`}
          empty={t(words.none)}
          columns={[
            { id: 'way', head: t(words.way), rowHead: true, cell: (w) => t(w.name) },
            { id: 'as', head: t(words.as), label: `${t(words.as)}:`, cell: (w) => w.as },
            { id: 'since', head: t(words.since), label: `${t(words.since)}:`, nowrap: true, cell: (w) => (w.since ? longDay(w.since, locale) : '–') },
            { id: 'state', head: t(words.state), label: `${t(words.state)}:`, cell: (w) => (w.disabled ? <Brk>{t(words.isOff)}</Brk> : t(words.isOn)) },
          ]}
        />
      </Section>
      {ways.length > 0 && (
        <Section id="switch" title={t(off ? words.changeBack : words.change)} intro={t(words.intro)}>
          {barred[0] ? (
            <ClosedAct id="shut" label={label}>
              {t(barred[0].text)}
            </ClosedAct>
          ) : (
            <form method="post">
              <Csrf view={view} />
              <input type="hidden" name="shut" value={off ? 'no' : 'yes'} />
              <Button kind={off ? 'second' : 'stop'}>{label}</Button>
            </form>
          )}
        </Section>
      )}
    </Shell>
  )
}
