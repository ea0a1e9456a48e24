const amount =
  /(?<![\d,.])(\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+)(?:,(\d+))?[ \u00a0\u202f](kronor|kr|tkr|mnkr|mkr|miljoner kronor|miljoner|tusen kronor)(?![a-zåäö])/gi
const ore: Readonly<Record<string, number>> = { kronor: 2, kr: 2, tkr: 5, 'tusen kronor': 5, mnkr: 8, mkr: 8, 'miljoner kronor': 8, miljoner: 8 }

/** The amounts of money that a text states, as printed and in whole öre: '125 000 kronor', '1,6 mnkr'. */
export const amountsInText = (text: string): readonly { readonly printed: string; readonly ore: number }[] =>
  [...text.matchAll(amount)].map(([printed, whole = '', part = '', unit = '']) => ({
    printed,
    ore: Math.round(Number(`${whole.replace(/\D/g, '')}.${part || '0'}`) * 10 ** (ore[unit.toLowerCase()] ?? 2)),
  }))
