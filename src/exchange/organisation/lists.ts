import type { Text } from '../../kernel/text.ts'

/** The lists that an organisation is imported by, in the order in which they are done: what is named stands before who names it. */
export const listKinds = ['units', 'people', 'posts', 'appointments'] as const
export type ListKind = (typeof listKinds)[number]

/** A column of a list. `fields` are the names that the acts' refusals call it by. */
export interface ListColumn {
  readonly id: string
  readonly head: Text
  readonly needed: boolean
  readonly hint: Text
  readonly fields?: readonly string[]
}

const key = (of: Text): ListColumn => ({
  id: 'key',
  head: { sv: 'Id', en: 'Id' },
  needed: true,
  hint: {
    sv: `Vad ${of.sv} heter i systemet som listan kommer från. Ändras aldrig.`,
    en: `What ${of.en} is called in the system that the list comes from. Never changes.`,
  },
})
const english: ListColumn = {
  id: 'en',
  head: { sv: 'Engelskt namn', en: 'English name' },
  needed: false,
  hint: { sv: 'Tomt: som det svenska.', en: 'Empty: as the Swedish one.' },
}

export const lists: Record<ListKind, { readonly name: Text; readonly columns: readonly ListColumn[] }> = {
  units: {
    name: { sv: 'Enheter', en: 'Units' },
    columns: [
      key({ sv: 'enheten', en: 'the unit' }),
      { id: 'name', head: { sv: 'Namn', en: 'Name' }, needed: true, hint: { sv: 'På svenska.', en: 'In Swedish.' }, fields: ['name'] },
      english,
      {
        id: 'short',
        head: { sv: 'Förkortning', en: 'Abbreviation' },
        needed: true,
        hint: { sv: 'Högst 12 tecken.', en: 'At most 12 characters.' },
        fields: ['short'],
      },
      {
        id: 'kind',
        head: { sv: 'Slag', en: 'Kind' },
        needed: true,
        hint: { sv: 'nämnd, förvaltning, enhet …', en: 'board, department, unit …' },
        fields: ['kind'],
      },
      {
        id: 'parent',
        head: { sv: 'Under', en: 'Under' },
        needed: true,
        hint: { sv: 'Id för det som enheten hör till, eller dess ord i adressen.', en: 'Id of what the unit belongs to, or its word in the address.' },
        fields: ['parentId', 'nodeId'],
      },
      { id: 'seats', head: { sv: 'Platser', en: 'Seats' }, needed: false, hint: { sv: 'Bara organ.', en: 'Bodies only.' }, fields: ['seats'] },
      {
        id: 'from',
        head: { sv: 'Från', en: 'From' },
        needed: false,
        hint: { sv: 'Dagen då det börjar gälla; tomt: i dag.', en: 'The day that it begins to hold; empty: today.' },
        fields: ['on'],
      },
      { id: 'ends', head: { sv: 'Upphör', en: 'Ends' }, needed: false, hint: { sv: 'Första dagen utan enheten.', en: 'The first day without the unit.' } },
    ],
  },
  people: {
    name: { sv: 'Personer', en: 'People' },
    columns: [
      key({ sv: 'personen', en: 'the person' }),
      { id: 'given', head: { sv: 'Förnamn', en: 'Given name' }, needed: true, hint: { sv: '', en: '' }, fields: ['givenName'] },
      { id: 'family', head: { sv: 'Efternamn', en: 'Family name' }, needed: true, hint: { sv: '', en: '' }, fields: ['familyName'] },
      {
        id: 'party',
        head: { sv: 'Parti', en: 'Party' },
        needed: false,
        hint: { sv: 'Bokstäver; tomt för dem som inte företräder något.', en: 'Letters; empty for those who stand for none.' },
      },
      {
        id: 'email',
        head: { sv: 'E-post', en: 'E-mail' },
        needed: false,
        hint: {
          sv: 'Finns någon här med samma adress och namn är det den personen.',
          en: 'Where somebody here has the same address and name, it is that person.',
        },
        fields: ['email'],
      },
    ],
  },
  posts: {
    name: { sv: 'Uppdrag', en: 'Posts' },
    columns: [
      key({ sv: 'uppdraget', en: 'the post' }),
      {
        id: 'unit',
        head: { sv: 'Enhet', en: 'Unit' },
        needed: true,
        hint: { sv: 'Enhetens id, eller dess ord i adressen.', en: 'The unit’s id, or its word in the address.' },
        fields: ['nodeId'],
      },
      {
        id: 'role',
        head: { sv: 'Roll', en: 'Role' },
        needed: true,
        hint: { sv: 'registrator, enhetschef, handläggare …', en: 'registrar, unit head, case officer …' },
        fields: ['role'],
      },
      { id: 'title', head: { sv: 'Titel', en: 'Title' }, needed: true, hint: { sv: 'På svenska.', en: 'In Swedish.' }, fields: ['title'] },
      { ...english, head: { sv: 'Engelsk titel', en: 'English title' } },
      {
        id: 'seat',
        head: { sv: 'Plats', en: 'Seat' },
        needed: false,
        hint: { sv: 'Nummer, för dem som har plats.', en: 'Number, for those who have a seat.' },
        fields: ['seat'],
      },
    ],
  },
  appointments: {
    name: { sv: 'Tillsättningar', en: 'Appointments' },
    columns: [
      { ...key({ sv: 'uppdraget', en: 'the post' }), id: 'post', head: { sv: 'Uppdragets id', en: 'Id of the post' }, fields: ['postId'] },
      { ...key({ sv: 'personen', en: 'the person' }), id: 'person', head: { sv: 'Personens id', en: 'Id of the person' }, fields: ['personId'] },
      { id: 'from', head: { sv: 'Från', en: 'From' }, needed: true, hint: { sv: 'Första dagen.', en: 'The first day.' }, fields: ['from'] },
      {
        id: 'to',
        head: { sv: 'Till', en: 'Until' },
        needed: false,
        hint: {
          sv: 'Första dagen som uppdraget inte innehas; tomt: tills vidare.',
          en: 'The first day that the post is not held; empty: until further notice.',
        },
        fields: ['to', 'on'],
      },
    ],
  },
}
