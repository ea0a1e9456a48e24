import type { ReactNode } from 'react'
import { type Locale, say } from '../kernel/text.ts'
import { type Block, type Doc, type Rich, runsOf, safeHref, type Section } from './doc.ts'
import { words } from './words.ts'

/** A piece of running text with its forms; line ends are kept. */
export const RichText = ({ text }: { readonly text: Rich }) =>
  runsOf(text).map((run, i) => {
    const lines: ReactNode = run.text.split('\n').map((line, j) => (j === 0 ? line : [<br key={j} />, line]))
    const formed = run.emphasis ? <em>{lines}</em> : lines
    const strong = run.strong ? <strong>{formed}</strong> : formed
    const href = safeHref(run.href)
    // oxlint-disable-next-line react/no-array-index-key -- the runs of a text have no other names
    return href ? (
      <a key={i} href={href}>
        {strong}
      </a>
    ) : (
      <span key={i}>{strong}</span>
    )
  })

const Clauses = ({ items, language }: { readonly items: readonly Rich[]; readonly language: Locale }) => (
  <ol className="clauses">
    {items.map((item, i) => (
      <li key={i}>
        <span className="att">{say(words.that, language)}</span>
        <div>
          <RichText text={item} />
        </div>
      </li>
    ))}
  </ol>
)

const Table = ({ block }: { readonly block: Extract<Block, { kind: 'table' }> }) => (
  // A region that scrolls must be reachable by keyboard.
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
  <div className="scroll" role="region" aria-label={block.caption} tabIndex={0}>
    <table className="fit">
      <caption>
        <span className="cap">
          {block.caption}
          {block.note && <small>{block.note}</small>}
        </span>
      </caption>
      <thead>
        <tr>
          {block.columns.map((c) => (
            <th key={c.head} scope="col" className={c.align === 'end' ? 'n' : undefined}>
              {c.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {block.rows.map((row, i) => (
          <tr key={`${i}-${row.cells[0]}`} className={row.kind}>
            {block.columns.map((c, j) =>
              j === 0 ? (
                <th key={c.head} scope="row">
                  {row.cells[0]}
                </th>
              ) : (
                <td key={c.head} className={c.align === 'end' ? 'n' : undefined}>
                  {row.cells[j] ?? ''}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

const BlockView = ({ block, language, level }: { readonly block: Block; readonly language: Locale; readonly level: 'h2' | 'h3' }) => {
  const Heading = level
  switch (block.kind) {
    case 'heading':
      return <Heading>{block.text}</Heading>
    case 'paragraph':
      return (
        <p className={block.tone === 'lead' ? 'lead' : block.tone === 'quiet' ? 'q2' : 'read'}>
          <RichText text={block.text} />
        </p>
      )
    case 'clauses':
      return <Clauses items={block.items} language={language} />
    case 'list': {
      const items = block.items.map((item, i) => (
        <li key={i}>
          <RichText text={item} />
        </li>
      ))
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>
    }
    case 'facts':
      return (
        <dl className="facts">
          {block.rows.map((row, i) => [
            <dt key={`t${i}`}>{row.name}</dt>,
            <dd key={`d${i}`}>
              <RichText text={row.value} />
            </dd>,
          ])}
        </dl>
      )
    case 'table':
      return <Table block={block} />
    case 'figure':
      return (
        <figure>
          <img src={`data:image/svg+xml,${encodeURIComponent(block.svg)}`} alt={block.alt} />
          <figcaption>{block.caption}</figcaption>
        </figure>
      )
    case 'signatures':
      return (
        <div className="sign-row">
          {block.rows.map((row) => (
            <p key={`${row.name}-${row.role}`}>
              <strong>{row.name}</strong>
              <br />
              {row.role}
              {row.note && `. ${row.note}`}
            </p>
          ))}
        </div>
      )
    case 'note':
      return (
        <div className={block.tone === 'stop' ? 'note note--stop' : 'note'}>
          <p>
            <RichText text={block.text} />
          </p>
        </div>
      )
  }
}

const Blocks = ({ blocks, language, level }: { readonly blocks: readonly Block[]; readonly language: Locale; readonly level: 'h2' | 'h3' }) =>
  blocks.map((block, i) => <BlockView key={`${i}-${block.kind}`} block={block} language={language} level={level} />)

const SectionView = ({ section, language }: { readonly section: Section; readonly language: Locale }) => (
  <section className="par" id={section.id} aria-labelledby={`${section.id}-h`}>
    <div className="marg">
      {section.margin?.sign && <span className="sign">{section.margin.sign}</span>}
      {section.margin?.lines?.map((line) => (
        <span key={line} className="block">
          {line}
        </span>
      ))}
    </div>
    <div className="in">
      <h2 id={`${section.id}-h`}>{section.title}</h2>
      <Blocks blocks={section.blocks} language={language} level="h3" />
    </div>
  </section>
)

interface DocProps {
  readonly doc: Doc
  /** The document is a part of a page that has a heading of its own. */
  readonly within?: boolean
  /** Stand under the title: links, acts. */
  readonly children?: ReactNode
}

/** The document as a page is read: the body of a page, within the reader's shell. */
export const DocArticle = ({ doc, within = false, children }: DocProps) => (
  <article className="protocol" lang={doc.language}>
    <header className="par par--title">
      <p className="marg">
        <span className="sign">{doc.sort}</span>
        {doc.margin.map((line) => (
          <span key={line} className="block">
            {line}
          </span>
        ))}
      </p>
      <div className="in">
        {within ? <h2 className="title">{doc.title}</h2> : <h1>{doc.title}</h1>}
        {doc.secrecy && (
          <div className="note note--stop">
            <p>{doc.secrecy}</p>
          </div>
        )}
        {children}
        <Blocks blocks={doc.blocks} language={doc.language} level="h2" />
      </div>
    </header>
    {doc.sections.map((section) => (
      <SectionView key={section.id} section={section} language={doc.language} />
    ))}
  </article>
)
