import type { Text } from '../kernel/text.ts'

const t = (sv: string, en: string): Text => ({ sv, en })

/** What the page of one figure with its versions says. */
export const figureWords = {
  title: (name: Text, period: Text): Text => t(`${name.sv} ${period.sv}`, `${name.en} ${period.en}`),
  lead: (n: number): Text =>
    n === 1
      ? t(
          'Siffran har lämnats en gång. Ändras den läggs en ny version till, och den här finns kvar.',
          'The figure has been handed in once. If it changes a new version is added, and this one is kept.',
        )
      : t(
          `Siffran har ${n} versioner. Den översta gäller. Ingen har skrivits över.`,
          `The figure has ${n} versions. The top one holds. None has been overwritten.`,
        ),
  none: t(
    'Ingen siffra är lämnad för den här perioden. Den räknas ur andra siffror eller saknas.',
    'No figure has been handed in for this period. It is counted from others, or missing.',
  ),
  versions: t('Versioner', 'Versions'),
  holds: t('gäller', 'holds'),
  superseded: t('ersatt', 'superseded'),
  reason: t('Varför ändrad', 'Why changed'),
  note: t('Anmärkning', 'Remark'),
  judgements: t('Bedömningar av läget', 'Judgements of the light'),
  noJudgements: t('Ingen har bedömt läget annorlunda än regeln.', 'Nobody has judged otherwise than the rule.'),
  back: t('Till måttet', 'To the measure'),
  by: t('Lämnad av', 'Handed in by'),
} as const
