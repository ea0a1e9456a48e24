import { BorderStyle, type IStylesOptions, TabStopType } from 'docx'

/** The house's faces, with what stands in for them where they are not installed told in the document's font table by Word itself. */
export const faces = { serif: 'Crimson Pro', sans: 'Source Sans 3' } as const
const ink = '17212B'
const ink2 = '46525C'
/** Widths are in twentieths of a point: the text is 8,956 wide. */
export const textWidth = 8956

const heading = (size: number, before: number, bold = false) => ({
  run: { font: faces.serif, size, color: ink, bold },
  paragraph: { spacing: { before, after: 120 }, keepNext: true, keepLines: true },
})
const small = (id: string, name: string, size = 18) => ({ id, name, basedOn: 'Normal', run: { font: faces.sans, size, color: ink2 } })

/** The styles of every document, the same as on paper. */
export const styles = (language: string): IStylesOptions => ({
  default: {
    document: {
      run: { font: faces.serif, size: 23, color: ink, language: { value: language } },
      paragraph: { spacing: { after: 160, line: 288 } },
    },
    heading1: heading(50, 0),
    heading2: heading(32, 480),
    heading3: heading(25, 280, true),
    hyperlink: { run: { color: ink, underline: {} } },
  },
  paragraphStyles: [
    { id: 'Lead', name: 'Lead', basedOn: 'Normal', run: { size: 26 } },
    small('Quiet', 'Quiet'),
    { ...small('Caption', 'Caption'), paragraph: { keepNext: true, spacing: { before: 200, after: 80 } } },
    {
      ...small('Fact', 'Fact', 19),
      paragraph: { indent: { left: 2000, hanging: 2000 }, spacing: { after: 60 } },
    },
    { ...small('Cell', 'Cell'), run: { font: faces.sans, size: 18, color: ink }, paragraph: { spacing: { after: 20, line: 240 } } },
    {
      ...small('Note', 'Note', 19),
      paragraph: { indent: { left: 200 }, border: { left: { style: BorderStyle.SINGLE, size: 12, color: '8B1145', space: 8 } } },
    },
    {
      ...small('Signature', 'Signature', 19),
      paragraph: { spacing: { before: 900 }, border: { top: { style: BorderStyle.SINGLE, size: 4, color: ink, space: 4 } }, keepLines: true },
    },
    small('Head', 'Head', 16),
    small('Foot', 'Foot', 16),
  ],
})

/** Where the end of a running head or foot stands, and the value of a fact. */
export const tabs = {
  end: { tabStops: [{ type: TabStopType.RIGHT, position: textWidth }] },
  fact: { tabStops: [{ type: TabStopType.LEFT, position: 2000 }] },
}
