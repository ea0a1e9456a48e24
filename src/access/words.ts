import type { Text } from '../kernel/text.ts'

const minutes = (n: number): Text => ({ sv: n === 1 ? 'en minut' : `${n} minuter`, en: n === 1 ? 'one minute' : `${n} minutes` })

/** Texts of sign-in, accounts, the demonstration's roles and of what is refused at the door. */
export const words = {
  passwordShort: (n: number): Text => ({
    sv: `Lösenordet ska ha minst ${n} tecken. Några ord efter varandra är lätta att minnas.`,
    en: `The password must have at least ${n} characters. A few words in a row are easy to remember.`,
  }),
  passwordLong: (n: number): Text => ({ sv: `Lösenordet får ha högst ${n} tecken.`, en: `The password may have at most ${n} characters.` }),
  passwordHasUsername: { sv: 'Lösenordet får inte innehålla användarnamnet.', en: 'The password may not contain the username.' },
  passwordPlain: { sv: 'Lösenordet är för enkelt: samma tecken om och om igen.', en: 'The password is too simple: the same characters over and over.' },
  passwordSame: { sv: 'Det nya lösenordet är detsamma som det gamla.', en: 'The new password is the same as the old one.' },
  passwordWrong: { sv: 'Det gamla lösenordet stämmer inte.', en: 'The old password is not right.' },
  passwordsDiffer: { sv: 'De två nya lösenorden är inte lika.', en: 'The two new passwords are not the same.' },

  usernameBad: (typed: string): Text => ({
    sv: `Ett användarnamn har 2–60 tecken: små bokstäver, siffror, punkt, bindestreck eller @. Du skrev ”${typed}”.`,
    en: `A username has 2–60 characters: small letters, digits, full stop, hyphen or @. You wrote “${typed}”.`,
  }),
  usernameTaken: (username: string): Text => ({ sv: `Användarnamnet ${username} är upptaget.`, en: `The username ${username} is taken.` }),
  hasAccount: { sv: 'Personen har redan ett konto.', en: 'The person has an account already.' },
  noPerson: { sv: 'Personen finns inte.', en: 'There is no such person.' },
  nameMissing: { sv: 'Skriv förnamn och efternamn.', en: 'Write given name and family name.' },
  noAccount: { sv: 'Du har inget konto med lösenord här.', en: 'You have no account with a password here.' },

  signIn: { sv: 'Logga in', en: 'Sign in' },
  signInLead: {
    sv: 'Den som har ett uppdrag i kommunen loggar in för att arbeta. Allt som är öppet kan läsas utan att logga in.',
    en: 'Those who have a post in the municipality sign in to work. Everything that is open can be read without signing in.',
  },
  username: { sv: 'Användarnamn', en: 'Username' },
  password: { sv: 'Lösenord', en: 'Password' },
  usernameEmpty: { sv: 'Skriv användarnamnet.', en: 'Write the username.' },
  passwordEmpty: { sv: 'Skriv lösenordet.', en: 'Write the password.' },
  signInWrong: { sv: 'Användarnamnet och lösenordet hör inte ihop.', en: 'The username and the password do not belong together.' },
  signInMend: {
    sv: 'Har du glömt lösenordet? Den som sköter systemet kan ge dig ett nytt.',
    en: 'Forgotten the password? Whoever runs the system can give you a new one.',
  },
  tooMany: (inMinutes: number): Text => ({
    sv: `Det har blivit för många försök. Försök igen om ${minutes(inMinutes).sv}.`,
    en: `There have been too many attempts. Try again in ${minutes(inMinutes).en}.`,
  }),
  signInProblems: { sv: 'Du är inte inloggad', en: 'You are not signed in' },

  account: { sv: 'Ditt konto', en: 'Your account' },
  accountLead: (name: string): Text => ({ sv: `Du är inloggad som ${name}.`, en: `You are signed in as ${name}.` }),
  posts: { sv: 'Dina uppdrag', en: 'Your posts' },
  postsIntro: { sv: 'Det du får göra följer av uppdragen, så länge du har dem.', en: 'What you may do follows from the posts, as long as you hold them.' },
  held: (node: Text, from: string): Text => ({ sv: `${node.sv}, sedan den ${from}`, en: `${node.en}, since ${from}` }),
  noPosts: { sv: 'Du har inget uppdrag i dag. Du kan läsa allt som är öppet.', en: 'You hold no post today. You can read everything that is open.' },
  reminders: { sv: 'Påminnelser', en: 'Reminders' },
  remindersIntro: {
    sv: 'Brev om det som väntar på dig, och kalendrar att prenumerera på.',
    en: 'Letters about what waits for you, and calendars to subscribe to.',
  },
  toReminders: { sv: 'Påminnelser och kalender', en: 'Reminders and calendar' },
  toOutbox: { sv: 'Utkorgen: alla brev och hur det går med dem', en: 'The outbox: all letters and how they go' },
  newPassword: { sv: 'Nytt lösenord', en: 'New password' },
  newPasswordIntro: { sv: 'När lösenordet byts loggas du ut överallt utom här.', en: 'When the password changes you are signed out everywhere but here.' },
  oldPassword: { sv: 'Nuvarande lösenord', en: 'Present password' },
  again: { sv: 'Det nya lösenordet en gång till', en: 'The new password once more' },
  newPasswordHint: { sv: 'Minst 12 tecken.', en: 'At least 12 characters.' },
  changePassword: { sv: 'Byt lösenord', en: 'Change password' },
  passwordProblems: { sv: 'Lösenordet är inte bytt', en: 'The password is not changed' },
  signInFirst: { sv: 'Logga in för att se ditt konto.', en: 'Sign in to see your account.' },

  demo: { sv: 'Prova en roll', en: 'Try a role' },
  demoLead: {
    sv: 'Kliv in som någon i kommunen och se vad den ser och får göra. Personerna är påhittade.',
    en: 'Step in as somebody in the municipality, and see what they see and may do. The persons are invented.',
  },
  demoRoles: { sv: 'Roller', en: 'Roles' },
  demoIntro: { sv: 'Finns bara i demonstrationen, på den här datorn.', en: 'Only in the demonstration, on this machine.' },
  demoRoleHead: { sv: 'Roll', en: 'Role' },
  demoPerson: { sv: 'Person', en: 'Person' },
  demoDoesHead: { sv: 'Kan', en: 'Can' },
  demoHere: { sv: 'Du är här', en: 'You are here' },
  demoRole: {
    resident: { sv: 'Invånare', en: 'Resident' },
    member: { sv: 'Ledamot', en: 'Member' },
    chair: { sv: 'Ordförande', en: 'Chair' },
    board_secretary: { sv: 'Nämndsekreterare', en: 'Board secretary' },
    department_head: { sv: 'Förvaltningschef', en: 'Department head' },
    controller: { sv: 'Controller', en: 'Controller' },
    chief_executive: { sv: 'Stadsdirektör', en: 'Chief executive' },
    auditor: { sv: 'Revisor', en: 'Auditor' },
  },
  demoDoes: {
    resident: { sv: 'Läser allt som är öppet.', en: 'Reads everything that is open.' },
    member: { sv: 'Läser sin nämnds handlingar och ser vad som dröjer.', en: 'Reads the papers of the board and sees what is late.' },
    chair: { sv: 'Leder nämnden.', en: 'Leads the board.' },
    board_secretary: { sv: 'Registrerar beslut, sänder dem vidare och följer upp.', en: 'Registers decisions, sends them on and follows up.' },
    department_head: { sv: 'Tar emot uppdrag, genomför dem och rapporterar.', en: 'Receives assignments, carries them out and reports.' },
    controller: { sv: 'Lämnar utfall och följer mål och mått.', en: 'Records figures and follows goals and measures.' },
    chief_executive: {
      sv: 'Ändrar organisationen, stänger av inloggningar och granskar läsningen.',
      en: 'Changes the organisation, switches sign-ins off and reviews who has read.',
    },
    auditor: { sv: 'Läser allt och granskar historiken.', en: 'Reads everything and audits the history.' },
  },
  demoElsewhere: {
    sv: 'Roller kan bara provas i demonstrationen, på den dator där programmet körs.',
    en: 'Roles can be tried only in the demonstration, on the machine where the program runs.',
  },
  demoUnknown: { sv: 'Den rollen finns inte i demonstrationen.', en: 'The demonstration has no such role.' },

  refusedTitle: { sv: 'Det gick inte', en: 'It was refused' },
  formOld: {
    sv: 'Formuläret hörde inte till den här inloggningen, eller hade legat för länge. Ingenting är sparat.',
    en: 'The form did not belong to this session, or had been left for too long. Nothing is saved.',
  },
  formOldMend: {
    sv: 'Gå tillbaka, ladda om sidan och skicka igen. Det du skrev finns oftast kvar när du går tillbaka.',
    en: 'Go back, reload the page and send again. What you wrote is usually still there when you go back.',
  },
  otherSite: { sv: 'Formuläret kom från en annan webbplats och har inte tagits emot.', en: 'The form came from another site and has not been accepted.' },
  tooLarge: (megabytes: number): Text => ({
    sv: `Det som skickades är större än ${megabytes} megabyte och har inte tagits emot.`,
    en: `What was sent is larger than ${megabytes} megabytes and has not been accepted.`,
  }),
  tooLargeMend: { sv: 'Gå tillbaka och skicka mindre.', en: 'Go back and send less.' },
}
