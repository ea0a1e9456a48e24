import type { VariantName } from './variants.ts'

/** A place where the words of the law leave room: what is read, and what settles it. */
export interface Reading {
  /** Its number in our catalogue of the law. */
  readonly no: string
  /** How the catalogue marks it: its own reading of the text, something no text at hand says, or a dispute or practice; null where only this book met it. */
  readonly mark: 'reading' | 'not_in_text' | 'practice' | null
  readonly rules: readonly string[]
  readonly what: string
  /** `variant`: a municipality chooses, the default is told there. `text`: the statute's own words. `catalogue`: practice that the catalogue lays down. `fact`: the asker tells. */
  readonly by: 'variant' | 'text' | 'catalogue' | 'fact'
  readonly variants: readonly VariantName[]
  /** What settles it, or why the default is what it is. */
  readonly why: string
}

/** Every reading in the rulebook, and what settles it. A test holds the catalogue's marks and the variants against it. */
export const readings: readonly Reading[] = [
  {
    no: 'A-05',
    mark: 'reading',
    rules: ['notice-time', 'summons-time'],
    what: 'whether “at least a week before” leaves seven whole days between',
    by: 'variant',
    variants: ['weekBefore'],
    why: 'KL 5:13 and 5:15 count from the day of the meeting; the same weekday is the common reading, the other is the cautious one.',
  },
  {
    no: 'A-06',
    mark: 'reading',
    rules: ['notice-time', 'summons-time'],
    what: 'whether Saturday, and an eve that falls on a working day, is the nearest weekday before',
    by: 'variant',
    variants: ['saturdayIsWeekday', 'eveIsWeekday'],
    why: 'KL 5:14–15 say “vardagen”; lag 1930:173 2 § equals both with Sunday only when a time runs out. The default is the earlier day, which is safe in both readings.',
  },
  {
    no: 'A-08',
    mark: 'reading',
    rules: ['remote'],
    what: 'whether lost sound or picture makes a member absent at once',
    by: 'variant',
    variants: ['lostPictureIsAbsent'],
    why: 'KL 5:16 asks for sound and picture in real time, without saying what a break does; the default keeps the vote safe.',
  },
  {
    no: 'A-30',
    mark: 'reading',
    rules: ['minutes-complete'],
    what: 'whether the minutes may tell how each voted in a closed ballot',
    by: 'variant',
    variants: ['namesInClosedBallot'],
    why: 'KL 5:67 asks it of open ballots only, and a closed one (5:54) is closed.',
  },
  {
    no: 'A-32',
    mark: 'reading',
    rules: ['announcement'],
    what: 'whether the second day after adjustment rolls past a weekend',
    by: 'variant',
    variants: ['announcementRolls'],
    why: 'Lag 1930:173 2 § rolls what must be done at the latest on a certain day; KL 8:12 gives two days, and the target is the second in both readings.',
  },
  {
    no: 'A-36',
    mark: 'not_in_text',
    rules: ['legal-force'],
    what: 'when an unappealed decision gains legal force',
    by: 'variant',
    variants: ['legalForceFrom'],
    why: 'No section of KL says so: it follows from 13:5 that it cannot be before the day after the last one. Some wait until it is confirmed.',
  },
  {
    no: 'A-45',
    mark: 'reading',
    rules: ['delegation'],
    what: 'whether a board may delegate to two members jointly who are no committee',
    by: 'variant',
    variants: ['membersJointly'],
    why: 'KL 6:37 lists a member, in the singular, and a committee.',
  },
  {
    no: 'A-48',
    mark: 'not_in_text',
    rules: ['urgent-decision'],
    what: 'whether the ban on delegating (KL 6:38) binds urgent decisions (6:39)',
    by: 'variant',
    variants: ['urgentWithinDelegationBan'],
    why: 'KL 6:38 speaks of delegating by 6:37; commonly held not to.',
  },
  {
    no: 'A-21, D',
    mark: 'not_in_text',
    rules: ['reservation'],
    what: 'whether one who abstained in the vote has taken part in the decision, and may reserve',
    by: 'variant',
    variants: ['abstainerMayReserve'],
    why: 'KL 4:27 asks that one has taken part in deciding; disputed.',
  },
  {
    no: 'A-20, A-30',
    mark: null,
    rules: ['would-have-voted'],
    what: 'whether it is noted how one who was there without vote would have voted',
    by: 'variant',
    variants: ['wouldHaveVotedNoted'],
    why: 'KL 5:65–67 tell what the minutes must hold and forbid nothing more; the rules of procedure may say no. Practice notes it.',
  },
  {
    no: 'D, ballot',
    mark: 'not_in_text',
    rules: ['vote'],
    what: 'whether the one who presides votes last in a roll call',
    by: 'variant',
    variants: ['chairVotesLast'],
    why: 'Practice; KL 5:54 asks only that the vote is open.',
  },
  {
    no: 'D, known dispute',
    mark: 'practice',
    rules: ['postponement', 'propositions'],
    what: 'how a postponement is classed that a third asked for and that won the vote too',
    by: 'variant',
    variants: ['postponementClass'],
    why: 'KL 5:50 gives the third the right without asking for a vote; the other reading looks at the votes cast. The tally is kept whichever holds.',
  },
  {
    no: 'D, step 3',
    mark: 'practice',
    rules: ['propositions'],
    what: 'what yes means when tabling or referral is voted on',
    by: 'variant',
    variants: ['postponementYes'],
    why: 'Practice: yes is for deciding today.',
  },
  {
    no: 'E',
    mark: 'reading',
    rules: ['election'],
    what: 'whether seats go on until as many persons as seats are elected where groups share one',
    by: 'variant',
    variants: ['sharedSeats'],
    why: 'Lag 2022:629 17–20 §§ distribute “platserna” one at a time and let one person hold several; the election is of a number of persons (2 §).',
  },
  {
    no: 'E, 10 §',
    mark: null,
    rules: ['election'],
    what: 'whether names that do not count are left out before the surplus ones are counted',
    by: 'variant',
    variants: ['surplusNames'],
    why: 'Lag 2022:629 10 § leaves out the former in its first paragraph and the latter in its second: the order of the text is the default.',
  },
  {
    no: 'A-04',
    mark: null,
    rules: ['substitutes'],
    what: 'whether a substitute who leaves for another reason than conflict may serve again the same day',
    by: 'variant',
    variants: ['substituteMayReturn'],
    why: 'KL 5:20 speaks of members; one who serves stands in the member’s place (4:22).',
  },
  {
    no: 'A-14',
    mark: null,
    rules: ['postponement'],
    what: 'that an item on extra election, when it is taken up again, is postponed by simple majority only',
    by: 'text',
    variants: [],
    why: 'KL 5:50 second paragraph: simple majority in matters of election, “dock” always tabled the first time.',
  },
  {
    no: 'D, TEST_POSTPONE',
    mark: null,
    rules: ['postponement', 'propositions'],
    what: 'that a tie on postponing falls to the chair, also in matters of election and employment',
    by: 'catalogue',
    variants: [],
    why: 'The lot of KL 5:56 settles the matter itself; when it is handled is no election.',
  },
  {
    no: 'D, ELECT and COUNTER',
    mark: null,
    rules: ['propositions'],
    what: 'that the finding stands as main proposal, the last two meet first, and yes is for an addition',
    by: 'catalogue',
    variants: [],
    why: 'Established practice; KL 5:53–57 fix the form only, and the rules of procedure regulate the rest (5:72).',
  },
  {
    no: 'A-53',
    mark: null,
    rules: ['individual-case'],
    what: 'whether a wholly granted application needs communication and reasons',
    by: 'fact',
    variants: [],
    why: 'FL 25 and 32 §§ except what is “uppenbart obehövligt”, from case to case: the facts communicationObviouslyNeedless and reasonsNeedless tell, and are taken as true only where all is granted.',
  },
  {
    no: 'F',
    mark: null,
    rules: ['levelling'],
    what: 'that a returned seat stays where it is when no party short of its share has votes in the constituency',
    by: 'text',
    variants: [],
    why: 'Vallag 14:4 a returns seats in order to give them to other parties “i valkretsen”; where there is none, there is nobody to give it to.',
  },
]
