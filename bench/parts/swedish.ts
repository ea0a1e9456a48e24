/** Words that every sentence has, the most common first. */
const small = 'och att i av för det som en på är till med den ska om inte har kan de vid ett från under efter samt eller enligt mellan inom'.split(' ')
/** What a municipality writes about, the most common first, in the forms that stand in its texts. */
const plain =
  'kommunen nämnden beslut beslutar ärendet förslag förslaget verksamheten förvaltningen kommunstyrelsen barn elever skola skolan äldre kostnader medel budget plan planen mål insatser behov arbete arbetet åtgärder uppföljning ansvar kronor året området bygglov detaljplan trafik miljö klimat näringsliv kultur fritid omsorg boende personal kompetens avtal utredning remiss yttrande handlingar protokoll ekonomi investering lokaler förskola gymnasium hälsa trygghet integration arbetsmarknad praktik försörjningsstöd resultat redovisning risker kontroll'.split(
    ' ',
  )
const heads =
  'skol trafik miljö vatten klimat energi avfalls kultur biblioteks idrotts äldre barn familje funktions omsorgs hälso närings arbetsmarknads bostads mark park gatu cykel buss hamn brand kris säkerhets data it lokal fastighets personal löne pensions ekonomi inköps upphandlings avtals bygg plan detaljplane översikts natur skogs strand luft buller livsmedels alkohol tobaks vuxen gymnasie förskole fritids ungdoms förenings musei teater musik konst språk integrations jämställdhets folkhälso trygghets närmiljö landsbygds turist kommunikations besöks medborgar demokrati val'.split(
    ' ',
  )
const tails =
  'plan program utredning nämnd avgift taxa bidrag stöd insats åtgärd verksamhet samordnare strategi policy rapport analys uppföljning översyn kartläggning prognos budget ram satsning utbildning tjänst handläggare chef enhet avdelning projekt modell metod rutin riktlinje process organisation samverkan dialog undersökning mätning kvalitet utveckling planering prövning tillsyn kontroll avtal lokal anläggning byggnad yta zon led väg station central hus gård område krets grupp'.split(
    ' ',
  )
const endings = ['', 'en', 'er', 'erna', 's']

/**
 * Some twenty thousand Swedish words, the most common first: drawn with a chance of one to their place (Zipf) they make texts in which
 * a few words stand everywhere and most stand in one document in a thousand or fewer.
 */
export const vocabulary = (): readonly string[] => {
  const compounds = heads.flatMap((head) => tails.flatMap((tail) => endings.map((ending) => head + tail + ending)))
  // Spread out, so that neighbours in rank are strangers; the step has no factor in common with how many they are.
  const spread = compounds.map((_, i) => compounds[(i * 7919) % compounds.length] as string)
  return [...small, ...plain, ...spread]
}
