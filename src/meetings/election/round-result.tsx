import { DataTable } from '../../web/components/data-table.tsx'
import { Law } from '../../web/components/law.tsx'
import { Details } from '../../web/components/section.tsx'
import type { View } from '../../web/view.ts'
import type { ItemRecord, MeetingRecord } from '../record/record.ts'
import { movers } from '../voting/sentences.ts'
import { callingOrder, type Counted, countRound, listNames, type Round } from './round.ts'
import { electionWords as words } from './words.ts'

interface RoundProps {
  readonly view: View
  readonly record: MeetingRecord
  readonly item: ItemRecord
  readonly round: Round
}

/** A proportional election as everybody sees it: who demanded it, the lists, the count, who is elected; never how anybody voted. */
export const RoundResult = ({ view, record, item, round }: RoundProps) => {
  const { t } = view
  const counted = countRound(round)
  const members = item.rounds.find((r) => r.of === 'members')
  const calling = members && round.of === 'substitutes' ? callingOrder(members, round) : []
  const id = `round-${round.id}`
  return (
    <section className="result stack stack--s" aria-labelledby={id}>
      <h3 id={id}>{t(words.heading(round.of))}</h3>
      <p>
        {t(words.demanded(round.personIds.length, round.required, round.present))} <Law law="Lag 2022:629 2 §" locale={view.locale} />
        <span className="sub">{movers(record, { personIds: round.personIds, parties: [] }, t({ sv: 'och', en: 'and' }))}</span>
      </p>
      {!counted && round.lists.length > 0 && (
        <DataTable
          locale={view.locale}
          kind="list"
          caption={t(words.lists)}
          rows={listNames(round.lists).map((name, i) => ({ name, names: round.lists[i]?.names ?? [] }))}
          rowKey={(r) => r.name}
          columns={[
            { id: 'list', head: t(words.list), rowHead: true, cell: (r) => r.name },
            { id: 'names', head: t(words.names), cell: (r) => r.names.join(', ') },
          ]}
        />
      )}
      {counted && <Count view={view} counted={counted} />}
      {calling.length > 0 && (
        <Details summary={t(words.order)}>
          <ul>
            {calling.map((c) => (
              <li key={c.member}>
                {t(words.orderOf(c.member))}: {c.order.join(', ')} {c.among && t(words.waitsForLot(c.among))}
              </li>
            ))}
          </ul>
          <p>
            <Law law="Lag 2022:629 22 §" locale={view.locale} />
          </p>
        </Details>
      )}
    </section>
  )
}

const Count = ({ view, counted }: { readonly view: View; readonly counted: Counted }) => {
  const { t } = view
  const { value, names, among, reasons } = counted
  const decimal = new Intl.NumberFormat(view.locale === 'sv' ? 'sv-SE' : 'en-GB', { maximumFractionDigits: 3 })
  return (
    <>
      <p className="out">{t(among ? words.waitsForLot(among) : words.result(value.elected, value.vacant))}</p>
      <DataTable
        locale={view.locale}
        kind="fit"
        caption={t(words.votes)}
        captionHidden
        rows={value.groups}
        rowKey={(g) => String(g.group)}
        columns={[
          { id: 'list', head: t(words.list), rowHead: true, cell: (g) => names[g.group - 1] },
          { id: 'votes', head: t(words.votes), numeric: true, cell: (g) => g.votes },
          { id: 'seats', head: t(words.seatsWon), numeric: true, cell: (g) => g.seats },
        ]}
      />
      {value.uncounted.length > 0 && (
        <p className="hint">
          {t(words.notCounted)}:{' '}
          {value.uncounted.map((u) => `${u.count} ${[u.label, u.name].filter(Boolean).join(', ')} (${t(words.uncounted[u.why])})`).join('; ')}
        </p>
      )}
      <DataTable
        locale={view.locale}
        kind="list"
        caption={t(words.stepByStep)}
        rows={value.steps.map((step, i) => ({ ...step, no: i + 1 }))}
        rowKey={(s) => String(s.no)}
        columns={[
          { id: 'no', head: t(words.seat), numeric: true, label: `${t(words.seat)}: `, cell: (s) => s.no },
          {
            id: 'name',
            head: t(words.elected),
            rowHead: true,
            cell: (s) => (
              <>
                {s.name}
                {(s.byLot || s.shared > 1) && (
                  <span className="sub">{[s.byLot ? t(words.byLot) : '', s.shared > 1 ? t(words.shared(s.shared)) : ''].filter(Boolean).join(', ')}</span>
                )}
              </>
            ),
          },
          { id: 'list', head: t(words.list), label: `${t(words.list)}: `, cell: (s) => names[s.group - 1] },
          {
            id: 'quotient',
            head: t(words.quotient),
            numeric: true,
            nowrap: true,
            label: `${t(words.quotient)}: `,
            cell: (s) => (s.quotient.exact.includes('/') ? `${s.quotient.exact} = ${decimal.format(s.quotient.decimal)}` : s.quotient.exact),
          },
        ]}
      />
      <ol className="because">
        {reasons
          .filter((r) => !r.law.includes('18–19'))
          .map((r) => (
            <li key={r.text.sv}>
              {t(r.text)} <Law law={r.law} locale={view.locale} />
            </li>
          ))}
      </ol>
    </>
  )
}
