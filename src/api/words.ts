import type { Text } from '../kernel/text.ts'

const lower = (text: string): string => text.toLowerCase()

export const words = {
  notFound: { sv: 'Det finns inget på den adressen.', en: 'There is nothing at that address.' },
  notJson: { sv: 'Innehållet är inte JSON.', en: 'The body is not JSON.' },
  wrongBody: (field: string): Text => ({
    sv: field ? `”${field}” saknas eller har fel form. Formen står i /api/openapi.json.` : 'Innehållet har fel form. Formen står i /api/openapi.json.',
    en: field
      ? `“${field}” is missing or has the wrong shape. The shape is told in /api/openapi.json.`
      : 'The body has the wrong shape. The shape is told in /api/openapi.json.',
  }),
  versionNeeded: {
    sv: 'Ange versionen som du såg: ”version” i innehållet eller If-Match i huvudet.',
    en: 'State the version that you saw: “version” in the body or If-Match in the header.',
  } satisfies Text,
  title: { sv: 'API', en: 'API' },
  lead: {
    sv: 'Allt som går att göra på en registersida går att göra härifrån, med samma regler och samma svar när något inte går.',
    en: 'All that can be done on a register’s page can be done from here, by the same rules and with the same answers when something cannot.',
  },
  document: { sv: 'Beskrivningen för maskiner: OpenAPI 3.1', en: 'The description for machines: OpenAPI 3.1' },
  howTitle: { sv: 'Så fungerar det', en: 'How it works' },
  how: [
    {
      sv: 'Svaren är JSON. Belopp är hela ören, dagar skrivs 2022-05-17, namn och texter finns på svenska och engelska.',
      en: 'Answers are JSON. Amounts are whole öre, days are written 2022-05-17, names and texts are in Swedish and English.',
    },
    {
      sv: 'Det som är öppet läses utan inloggning. Den som skriver loggar in som på sidorna; kakan följer med, och sidans nyckel skickas i huvudet X-CSRF-Token.',
      en: 'What is open is read without signing in. To write, sign in as on the pages; the cookie goes along, and the page’s token is sent in the header X-CSRF-Token.',
    },
    {
      sv: 'Listor bläddras med ”after”, som ges av ”next” i svaret. De håller hur långa registren än är.',
      en: 'Lists are walked by “after”, given by “next” in the answer. They hold however long the registers are.',
    },
    {
      sv: 'Den som ändrar anger versionen den såg. Hann någon annan före blir svaret 409, med hur det ser ut nu.',
      en: 'Whoever changes states the version seen. If somebody else was first the answer is 409, with how it is now.',
    },
    {
      sv: 'Det som inte går svaras med ”refusals”: alla skäl på en gång, med fält, klartext och lagrum.',
      en: 'What cannot be done is answered with “refusals”: all reasons at once, with field, plain words and section of law.',
    },
  ] satisfies Text[],
  nodes: { sv: 'Organ och enheter en viss dag', en: 'The bodies and units of a day' },
  summaries: ({ one, many }: { readonly one: Text; readonly many: Text }) => ({
    list: { sv: `Lista ${lower(many.sv)}`, en: `List ${lower(many.en)}` },
    get: { sv: `Visa ${lower(one.sv)}, med vad som får göras`, en: `One ${lower(one.en)}, with what may be done` },
    create: { sv: `Lägg till ${lower(one.sv)}`, en: `Make a new ${lower(one.en)}` },
    act: { sv: 'Gör en handling i livscykeln', en: 'Do an act of the lifecycle' },
    change: { sv: 'Skriv i fält som inte kräver beslut', en: 'Write fields that need no decision' },
  }),
  method: { sv: 'Metod', en: 'Method' },
  path: { sv: 'Adress', en: 'Address' },
  what: { sv: 'Vad', en: 'What' },
  common: { sv: 'Gemensamt', en: 'Common' },
}
