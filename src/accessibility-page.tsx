import type { Text } from './kernel/text.ts'
import { PageHead, Section } from './web/components/section.tsx'
import { Shell } from './web/shell.tsx'
import type { View } from './web/view.ts'

const words = {
  title: { sv: 'Tillgänglighet', en: 'Accessibility' },
  lead: {
    sv: 'Allt går att läsa och göra med tangentbord, med skärmläsare, i telefonen, på papper och utan skript.',
    en: 'Everything can be read and done with a keyboard, a screen reader, on a phone, on paper and without scripts.',
  },
  how: { sv: 'Så är det byggt', en: 'How it is built' },
  howText: [
    {
      sv: 'Varje sida prövas mot WCAG 2.1, nivå A och AA, av ett program innan den släpps (lag 2018:1937 om tillgänglighet till digital offentlig service, 10–11 §§).',
      en: 'Every page is tried against WCAG 2.1, levels A and AA, by a program before it is released (Act 2018:1937 on accessibility of digital public services, sections 10–11).',
    },
    {
      sv: 'Varje bild har en beskrivning och sin tabell ett klick bort. Den röda tråden går också att läsa som lista.',
      en: 'Every picture has a description, and its table one click away. The red thread can also be read as a list.',
    },
    {
      sv: 'Läget sägs alltid med ord och med ett tecken, aldrig bara med färg.',
      en: 'A state is always said in words and with a sign, never by colour alone.',
    },
    {
      sv: 'Ett formulär som inte godtas säger allt som behöver ändras på en gång, och behåller det du har skrivit.',
      en: 'A form that is not accepted says everything that needs to change at once, and keeps what you have written.',
    },
    {
      sv: 'Kortkommandon med en tangent går att stänga av.',
      en: 'Shortcuts of a single key can be switched off.',
    },
  ] satisfies readonly Text[],
  lacking: { sv: 'Det här vet vi brister', en: 'What we know is lacking' },
  lackingText: {
    sv: 'Ett program hittar inte allt. Sidorna är inte prövade av användare av skärmläsare än. Handlingar som någon annan har skrivit kan brista.',
    en: 'A program does not find everything. The pages have not yet been tried by users of screen readers. Documents that others have written may fall short.',
  },
  tell: { sv: 'Säg till', en: 'Tell us' },
  tellText: {
    sv: 'Saknar du något, eller behöver du innehållet på ett annat sätt? Vänd dig till kommunen som använder Genomslag. Får du nej ska du få det skriftligt med skäl, och du kan anmäla det till Myndigheten för digital förvaltning (15 §).',
    en: 'Is something missing, or do you need the content in another way? Turn to the municipality that uses Genomslag. A refusal must be given in writing with reasons, and can be reported to the Agency for Digital Government (section 15).',
  },
}

/** The accessibility statement: what is done, what is lacking, and where to turn. */
export const AccessibilityPage = ({ view }: { readonly view: View }) => {
  const { t } = view
  return (
    <Shell view={view} title={t(words.title)}>
      <PageHead title={t(words.title)} lead={t(words.lead)} />
      <Section id="how" title={t(words.how)}>
        <ul className="prose">
          {words.howText.map((text) => (
            <li key={text.en}>{t(text)}</li>
          ))}
        </ul>
      </Section>
      <Section id="lacking" title={t(words.lacking)}>
        <p className="prose">{t(words.lackingText)}</p>
      </Section>
      <Section id="tell" title={t(words.tell)}>
        <p className="prose">{t(words.tellText)}</p>
      </Section>
    </Shell>
  )
}
