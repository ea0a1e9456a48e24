import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const find = createRequire(import.meta.url)

/** The faces of the house on paper; static cuts, since Typst sets no variable ones. */
const files = [
  '@expo-google-fonts/crimson-pro/400Regular/CrimsonPro_400Regular.ttf',
  '@expo-google-fonts/crimson-pro/400Regular_Italic/CrimsonPro_400Regular_Italic.ttf',
  '@expo-google-fonts/crimson-pro/500Medium/CrimsonPro_500Medium.ttf',
  '@expo-google-fonts/crimson-pro/600SemiBold/CrimsonPro_600SemiBold.ttf',
  '@expo-google-fonts/crimson-pro/700Bold/CrimsonPro_700Bold.ttf',
  '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  '@expo-google-fonts/source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic.ttf',
  '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  '@expo-google-fonts/source-sans-3/700Bold/SourceSans3_700Bold.ttf',
] as const

/** The content of every font file. Throws when one is missing: a page must never be set in something else. */
export const readFonts = (): readonly Buffer[] => files.map((file) => readFileSync(find.resolve(file)))

/**
 * The characters that a TrueType font has glyphs for, by its 'cmap' (OpenType 1.9, formats 4 and 12).
 */
export const coverageOf = (font: Buffer): ReadonlySet<number> => {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, i) => 12 + i * 16)
  const entry = tables.find((at) => font.toString('latin1', at, at + 4) === 'cmap')
  if (entry === undefined) throw new Error('a font without cmap')
  const cmap = font.readUInt32BE(entry + 8)
  const found = new Set<number>()
  for (let i = 0; i < font.readUInt16BE(cmap + 2); i++) {
    const sub = cmap + font.readUInt32BE(cmap + 4 + i * 8 + 4)
    const format = font.readUInt16BE(sub)
    if (format === 4) addFormat4(font, sub, found)
    if (format === 12) addFormat12(font, sub, found)
  }
  return found
}

const addFormat4 = (font: Buffer, sub: number, found: Set<number>): void => {
  const doubled = font.readUInt16BE(sub + 6)
  for (let i = 0; i < doubled; i += 2) {
    const end = font.readUInt16BE(sub + 14 + i)
    const start = font.readUInt16BE(sub + 16 + doubled + i)
    const delta = font.readUInt16BE(sub + 16 + doubled * 2 + i)
    const offsetAt = sub + 16 + doubled * 3 + i
    const offset = font.readUInt16BE(offsetAt)
    for (let c = start; c <= end && c !== 0xffff; c++) {
      const glyph = offset === 0 ? (c + delta) & 0xffff : font.readUInt16BE(offsetAt + offset + (c - start) * 2)
      if (glyph !== 0) found.add(c)
    }
  }
}

const addFormat12 = (font: Buffer, sub: number, found: Set<number>): void => {
  for (let i = 0; i < font.readUInt32BE(sub + 12); i++) {
    const group = sub + 16 + i * 12
    for (let c = font.readUInt32BE(group); c <= font.readUInt32BE(group + 4); c++) found.add(c)
  }
}
