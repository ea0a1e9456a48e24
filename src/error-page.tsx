import type { Text } from './kernel/text.ts'
import { PageHead } from './web/components/section.tsx'
import { Shell } from './web/shell.tsx'
import type { View } from './web/view.ts'

const words = {
  unknown: { sv: 'Sidan finns inte', en: 'There is no such page' },
  unknownLead: {
    sv: 'Adressen leder ingenstans. Sök i listorna under de fyra frågorna, eller börja om från startsidan.',
    en: 'The address leads nowhere. Look in the lists under the four questions, or begin again from the start page.',
  },
  defect: { sv: 'Något gick fel hos oss', en: 'Something went wrong on our side' },
  defectLead: (number: string): Text => ({
    sv: `Det är inte ditt fel, och inget halvt är sparat. Försök igen. Händer det igen, säg till och ange numret ${number}.`,
    en: `It is not your fault, and nothing is half saved. Try again. If it happens again, tell us the number ${number}.`,
  }),
}

interface ErrorPageProps {
  readonly view: View
  readonly kind: 'unknown' | 'defect'
  readonly number?: string
}

/** Said when a page does not exist, or when a defect was met. */
export const ErrorPage = ({ view, kind, number = '' }: ErrorPageProps) => {
  const title = view.t(kind === 'unknown' ? words.unknown : words.defect)
  return (
    <Shell view={view} title={title}>
      <PageHead title={title} lead={view.t(kind === 'unknown' ? words.unknownLead : words.defectLead(number))} />
    </Shell>
  )
}
