import fc from 'fast-check'

/**
 * Text of any characters but halves of surrogate pairs, every other of them one that means something somewhere (quotes, signs, breaks).
 * fast-check's own `unit: 'binary'` takes seconds to set up in each process.
 */
export const anyText = (lengths: { readonly minLength?: number; readonly maxLength?: number } = {}): fc.Arbitrary<string> =>
  fc.string({
    ...lengths,
    unit: fc.oneof(
      fc.nat({ max: 0x10f7ff }).map((n) => String.fromCodePoint(n < 0xd800 ? n : n + 0x800)),
      fc.nat({ max: 0x17f }).map((n) => String.fromCodePoint(n)),
    ),
  })
