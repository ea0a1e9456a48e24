import type { Text } from '../kernel/text.ts'
import type { Chance } from './random.ts'

// Common given and family names, put together by chance: nobody who bears both is meant.
const given = (
  'Anna Maria Eva Karin Kristina Lena Sara Emma Kerstin Ingrid Marie Malin Jenny Annika Anneli Susanne Helena Johanna Linda Elin Sofia Ulla ' +
  'Camilla Hanna Ida Julia Amanda Frida Matilda Klara Moa Agnes Elsa Alva Fatima Amina Leila Aisha Mariam Nour Zahra Samira Daniela Aleksandra ' +
  'Lars Anders Mikael Johan Per Karl Erik Peter Thomas Daniel Fredrik Hans Mats Andreas Stefan Magnus Bengt Mattias Henrik Martin Marcus Niklas ' +
  'Patrik Emil Oskar Viktor Simon Filip Anton Gustav Jonas David Robin Elias Ali Ahmed Mohamed Omar Hassan Yusuf Ibrahim Karim Goran Milan'
).split(' ')
const family = (
  'Andersson Johansson Karlsson Nilsson Eriksson Larsson Olsson Persson Svensson Gustafsson Pettersson Jonsson Jansson Hansson Bengtsson Jönsson ' +
  'Lindberg Jakobsson Magnusson Lindström Olofsson Lindqvist Lindgren Axelsson Berg Bergström Lundberg Lind Lundgren Lundqvist Mattsson Berglund ' +
  'Fredriksson Sandberg Henriksson Forsberg Sjöberg Wallin Engström Eklund Danielsson Lundin Håkansson Björk Bergman Gunnarsson Holm Wikström ' +
  'Samuelsson Isaksson Fransson Bergqvist Nyström Holmberg Arvidsson Löfgren Söderberg Nyberg Blomqvist Claesson Nordström Mårtensson Lundström ' +
  'Ahmed Ali Hassan Mohamed Ibrahim Hussein Khan Nguyen Kovacevic Petrovic Korhonen Virtanen Hansen Nowak Haddad Yilmaz'
).split(' ')

/** A person's given and family name. */
export const personName = (chance: Chance): { readonly givenName: string; readonly familyName: string } => ({
  givenName: chance.pick(given),
  familyName: chance.happens(0.06) ? `${chance.pick(family)} ${chance.pick(family)}` : chance.pick(family),
})

const stems = (
  'Björk Ek Lind Asp Rönn Gran Tall Al Hassel Lönn Kvarn Sol Berg Ström Sjö Ängs Skogs Kyrk Prost Smed Hammar Sten Sand Lärk Svan Tran Räv Hög ' +
  'Väst Öst Norr Söder Gull Silver Blå Röd Vit Hav Måse Humle Klöver Ljung Mossa Hed Vall Åker'
)
  .replace('Mossa', 'Moss')
  .split(' ')
const ends = 'backen ängen dalen gården parken kullen höjden lunden viken hagen åsen bäcken torpet bron kvarnen skogen sjön udden'.split(' ')

/** A place that could lie anywhere in Sweden: 'Björkbacken'. In all some eight hundred. */
export const placeName = (chance: Chance): string => `${chance.pick(stems)}${chance.pick(ends)}`

/** As in 'Björkbackens förskola'. */
export const genitive = (name: string): string => (name.endsWith('s') ? name : `${name}s`)

const heads = 'Ek Lind Björk Alm Hammar Kvarn Ulv Ryd Gran Sten Vall Rönn'.split(' ')
const tails = 'hult stad köping vik ryd torp by näs fors holm'.split(' ')

/** The municipality's name; no municipality of Sweden is called so. */
export const municipalityName = (chance: Chance): Text => {
  const name = `Nya ${chance.pick(heads)}${chance.pick(tails)}`
  return { sv: `${genitive(name)} kommun`, en: `Municipality of ${name}` }
}

export const points = ['Norr', 'Söder', 'Öster', 'Väster', 'Centrum', 'Nordost', 'Sydväst', 'Nordväst', 'Sydost'] as const
