import type { ReactNode } from 'react'

export interface TreeNode {
  readonly id: string
  readonly name: string
  readonly href?: string | undefined
  /** Beside the name, quiet: 'från 1 januari 2022', '13 platser'. */
  readonly note?: ReactNode
  /** No longer there on the shown day. */
  readonly ended?: boolean | undefined
  readonly children?: readonly TreeNode[] | undefined
}

/** Bodies and units as nested lists joined by thin rules: a list to a screen reader, a tree to the eye. */
export const OrganisationTree = ({ nodes, label }: { readonly nodes: readonly TreeNode[]; readonly label: string }) => (
  <ul className="tree" aria-label={label}>
    {nodes.map((node) => (
      <Node key={node.id} node={node} />
    ))}
  </ul>
)

const Node = ({ node }: { readonly node: TreeNode }) => (
  <li className={node.ended ? 'ended' : undefined}>
    {node.href ? <a href={node.href}>{node.name}</a> : <span className="name">{node.name}</span>}
    {node.note && <span className="q3"> {node.note}</span>}
    {node.children && node.children.length > 0 && (
      <ul>
        {node.children.map((child) => (
          <Node key={child.id} node={child} />
        ))}
      </ul>
    )}
  </li>
)
