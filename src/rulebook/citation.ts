/** How a paragraph is cited: '§ 8' for a number, with a hard space; other marks of decisions ('ALN 2022-00003') as they stand. */
export const cited = (paragraph: string): string => (/^\d/.test(paragraph) ? `§\u00a0${paragraph}` : paragraph)
