import type { Text } from '../kernel/text.ts'
import type { Variants } from './variants.ts'

/** What a variant asks, the section it reads, and its answers, in words. */
interface VariantWords {
  readonly law: string
  readonly asks: Text
  readonly answers: Readonly<Record<string, Text>>
}

const yesNo = (yes: Text, no: Text): VariantWords['answers'] => ({ true: yes, false: no })

/** Every variant of the rulebook in words; the compiler sees that none is missing. */
export const variantWords: { readonly [V in keyof Variants]: VariantWords } = {
  weekBefore: {
    law: 'KL 5:13, 5:15',
    asks: { sv: 'Vad är minst en vecka före sammanträdet?', en: 'What is at least a week before the meeting?' },
    answers: {
      seven_days: { sv: 'samma veckodag veckan innan räcker', en: 'the same weekday the week before is enough' },
      seven_clear_days: { sv: 'sju hela dagar ska ligga emellan', en: 'seven whole days must lie between' },
    },
  },
  saturdayIsWeekday: {
    law: 'KL 5:14–15',
    asks: { sv: 'Är lördag en vardag?', en: 'Is Saturday a weekday?' },
    answers: yesNo({ sv: 'lördag är en vardag', en: 'Saturday is a weekday' }, { sv: 'lördag är ingen vardag', en: 'Saturday is no weekday' }),
  },
  eveIsWeekday: {
    law: 'KL 5:14–15',
    asks: { sv: 'Är midsommarafton, julafton och nyårsafton vardagar?', en: 'Are Midsummer’s, Christmas and New Year’s Eve weekdays?' },
    answers: yesNo({ sv: 'aftnarna är vardagar', en: 'the eves are weekdays' }, { sv: 'aftnarna är inga vardagar', en: 'the eves are no weekdays' }),
  },
  announcementRolls: {
    law: 'KL 8:12, lag 1930:173',
    asks: { sv: 'Får tillkännagivandet vänta till nästa arbetsdag?', en: 'May the announcement wait for the next working day?' },
    answers: yesNo(
      { sv: 'faller andra dagen på en helg får det vänta till nästa arbetsdag', en: 'if the second day is a day of rest it may wait for the next working day' },
      { sv: 'senast andra dagen, också en helg', en: 'by the second day, also on a day of rest' },
    ),
  },
  legalForceFrom: {
    law: 'KL 13:5, 13:14',
    asks: {
      sv: 'När räknas ett beslut som ingen överklagat som laga kraft-vunnet?',
      en: 'When does a decision that nobody appealed count as having legal force?',
    },
    answers: {
      day_after: { sv: 'dagen efter sista dagen att överklaga', en: 'the day after the last day to appeal' },
      confirmed: { sv: 'när det är bekräftat att ingen har överklagat', en: 'when it is confirmed that nobody has appealed' },
    },
  },
  chairVotesLast: {
    law: 'KL 5:53–54',
    asks: { sv: 'Röstar ordföranden sist i ett upprop?', en: 'Does the chair vote last in a roll call?' },
    answers: yesNo(
      { sv: 'ordföranden röstar sist', en: 'the chair votes last' },
      { sv: 'ordföranden röstar i uppropets ordning', en: 'the chair votes in the order of the roll' },
    ),
  },
  abstainerMayReserve: {
    law: 'KL 4:27',
    asks: { sv: 'Får den som avstod i omröstningen reservera sig?', en: 'May one who abstained in the vote reserve?' },
    answers: yesNo(
      { sv: 'den som avstod får reservera sig', en: 'one who abstained may reserve' },
      { sv: 'den som avstod får inte reservera sig', en: 'one who abstained may not reserve' },
    ),
  },
  wouldHaveVotedNoted: {
    law: 'KL 4:24',
    asks: {
      sv: 'Antecknas hur den som är med utan rösträtt skulle ha röstat?',
      en: 'Is it noted how one who is there without vote would have voted?',
    },
    answers: yesNo({ sv: 'det antecknas när någon begär det', en: 'it is noted when somebody asks' }, { sv: 'det antecknas inte', en: 'it is not noted' }),
  },
  postponementClass: {
    law: 'KL 5:50',
    asks: {
      sv: 'Vem återremitterade när en tredjedel begärde det och förslaget också vann?',
      en: 'Who referred back when a third asked for it and the proposal also won?',
    },
    answers: {
      minority_first: { sv: 'minoriteten: dess rätt är använd', en: 'the minority: its right is used' },
      majority_first: { sv: 'majoriteten: minoritetens rätt är kvar', en: 'the majority: the right of the minority remains' },
    },
  },
  postponementYes: {
    law: 'KL 5:53–54',
    asks: { sv: 'Vad betyder ja i en omröstning om bordläggning eller återremiss?', en: 'What does yes mean in a vote on tabling or referral?' },
    answers: {
      decide_today: { sv: 'ja för att ärendet avgörs i dag', en: 'yes for deciding the item today' },
      postpone: { sv: 'ja för bordläggning eller återremiss', en: 'yes for tabling or referral' },
    },
  },
  sharedSeats: {
    law: 'Lag 2022:629 18–19 §§',
    asks: {
      sv: 'När slutar räkningen om någon valts från flera listor?',
      en: 'When does the count end if somebody is elected from several lists?',
    },
    answers: {
      until_all_seats: { sv: 'när så många personer som platser är valda', en: 'when as many persons as seats are elected' },
      one_round_a_seat: { sv: 'efter så många omgångar som platser', en: 'after as many rounds as seats' },
    },
  },
  surplusNames: {
    law: 'Lag 2022:629 10 §',
    asks: { sv: 'Vilka namn är övertaliga på en valsedel?', en: 'Which names on a ballot are beyond the number?' },
    answers: {
      after_uncounted: { sv: 'de sista av de namn som beaktas', en: 'the last of the names that count' },
      as_written: { sv: 'de sista av alla namn som står där', en: 'the last of all the names written' },
    },
  },
  namesInClosedBallot: {
    law: 'KL 5:67',
    asks: { sv: 'Får protokollet säga hur var och en röstade i en sluten omröstning?', en: 'May the minutes tell how each voted in a closed ballot?' },
    answers: yesNo(
      { sv: 'protokollet får säga hur var och en röstade', en: 'the minutes may tell how each voted' },
      { sv: 'protokollet säger inte hur var och en röstade', en: 'the minutes do not tell how each voted' },
    ),
  },
  lostPictureIsAbsent: {
    law: 'KL 5:16',
    asks: { sv: 'Är den som tappar ljud eller bild på distans genast frånvarande?', en: 'Is one at a distance who loses sound or picture absent at once?' },
    answers: yesNo(
      { sv: 'genast frånvarande', en: 'absent at once' },
      {
        sv: 'närvarande tills ordföranden låter någon annan tjänstgöra eller antecknar att ledamoten lämnat',
        en: 'present until the member is noted as having left',
      },
    ),
  },
  substituteMayReturn: {
    law: 'KL 5:20',
    asks: {
      sv: 'Får en ersättare som avbrutit av annat skäl än jäv tjänstgöra igen samma dag?',
      en: 'May a substitute who left for another reason than conflict of interest serve again the same day?',
    },
    answers: yesNo(
      { sv: 'ersättaren får tjänstgöra igen', en: 'the substitute may serve again' },
      { sv: 'inte samma dag, som ledamöter', en: 'not the same day, as members' },
    ),
  },
  membersJointly: {
    law: 'KL 6:37',
    asks: { sv: 'Får nämnden delegera till två ledamöter gemensamt?', en: 'May a board delegate to two members jointly?' },
    answers: yesNo(
      { sv: 'två ledamöter får besluta gemensamt', en: 'two members may decide jointly' },
      { sv: 'bara utskott, en ledamot eller ersättare, eller en anställd', en: 'only a committee, one member or substitute, or an employee' },
    ),
  },
  urgentWithinDelegationBan: {
    law: 'KL 6:38–39',
    asks: { sv: 'Gäller delegationsförbudet också brådskande beslut?', en: 'Does the ban on delegating also bind urgent decisions?' },
    answers: yesNo(
      { sv: 'förbudet gäller också brådskande beslut', en: 'the ban also binds urgent decisions' },
      { sv: 'förbudet gäller inte brådskande beslut', en: 'the ban does not bind urgent decisions' },
    ),
  },
}
