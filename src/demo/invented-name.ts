const given = (
  'Alma Bertil Cecilia David Edit Folke Gunilla Hampus Iris Joakim Kaisa Ludvig Maj Nils Ottilia Pontus Rakel Sixten Tora Urban Viveka Yngve ' +
  'Aida Bashir Dina Emir Farah Goran Hedda Idris Jasmina Kerim Lovisa Mirza Nadia Olle Petra Rasmus Selma Tarek Vera'
).split(' ')
const stems = 'Kvarn Svan Humle Ljung Klöver Rönn Hassel Silver Lärk Måse Gull Ängs'.split(' ')
const tails = 'hage ryd torp vall näs skär'.split(' ')

/**
 * The name of the `n`th person (from 0) of whom the documents tell nothing but the party: the same on every start, and no two alike among
 * the first 2,952. The family names are put together to be rare, so that nobody who sits for that party is meant.
 */
export const inventedName = (n: number): { readonly given_name: string; readonly family_name: string } => {
  const families = stems.length * tails.length
  const family = (n * 29) % families
  return {
    given_name: given[n % given.length] as string,
    family_name: `${stems[Math.floor(family / tails.length)]}${tails[family % tails.length]}`,
  }
}
