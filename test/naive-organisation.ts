/** A naive model of the organisation: for every day of a short calendar, who lies where. Slow and plain, to judge the database by. */
interface Place {
  readonly name: string
  readonly parent: string | null
}

interface Holding {
  readonly id: string
  readonly post: string
  readonly person: string
  readonly from: number
  readonly to: number
}

/** The model's calendar: days 0 to `length` − 1; what holds on the last day holds for ever. */
export class NaiveOrganisation {
  readonly length: number
  readonly days: Map<string, Place>[]
  /** First day of the last change of each node. */
  readonly changed = new Map<string, number>()
  readonly root: string
  holdings: Holding[] = []

  constructor(length: number, root: string) {
    this.length = length
    this.root = root
    this.days = Array.from({ length }, () => new Map([[root, { name: root, parent: null }]]))
    this.changed.set(root, 0)
  }

  private from(day: number): number[] {
    return Array.from({ length: this.length - day }, (_, i) => day + i)
  }

  private lives(node: string, day: number): boolean {
    return this.from(day).every((d) => this.days[d]?.has(node))
  }

  private above(node: string, day: number): string[] {
    const place = this.days[day]?.get(node)
    return place ? [node, ...(place.parent === null ? [] : this.above(place.parent, day))] : []
  }

  private mayChange(node: string, day: number): boolean {
    return this.lives(node, this.length - 1) && day >= (this.changed.get(node) ?? 0)
  }

  private mayEnd(nodes: readonly string[], day: number): boolean {
    return nodes.every(
      (node) =>
        node !== this.root && this.mayChange(node, day) && day > (this.changed.get(node) ?? 0) && !this.holdings.some((h) => h.post === node && h.from >= day),
    )
  }

  private children(nodes: readonly string[], day: number): string[] {
    return [...(this.days[day] ?? [])].flatMap(([node, { parent }]) => (parent !== null && nodes.includes(parent) && !nodes.includes(node) ? [node] : []))
  }

  private mayTake(taker: string, nodes: readonly string[], day: number): boolean {
    return this.lives(taker, day) && this.from(day).every((d) => !this.above(taker, d).some((up) => nodes.includes(up) || this.children(nodes, d).includes(up)))
  }

  private put(node: string, day: number, patch: Partial<Place>): void {
    for (const d of this.from(day)) this.days[d]?.set(node, { name: node, parent: null, ...this.days[d].get(node), ...patch })
    this.changed.set(node, day)
  }

  private end(nodes: readonly string[], day: number, taker: string | null): void {
    for (const d of this.from(day)) {
      for (const child of this.children(nodes, d)) {
        this.days[d]?.set(child, { ...(this.days[d].get(child) as Place), parent: taker })
        this.changed.set(child, Math.max(this.changed.get(child) ?? 0, day))
      }
    }
    for (const d of this.from(day)) for (const node of nodes) this.days[d]?.delete(node)
    this.holdings = this.holdings.map((h) => (nodes.includes(h.post) ? { ...h, to: Math.min(h.to, day) } : h))
  }

  create(node: string, parent: string, day: number): boolean {
    if (!this.lives(parent, day)) return false
    this.put(node, day, { name: node, parent })
    return true
  }

  rename(node: string, name: string, day: number): boolean {
    if (!this.mayChange(node, day)) return false
    this.put(node, day, { name })
    return true
  }

  move(node: string, parent: string, day: number): boolean {
    const circle = this.from(day).some((d) => this.above(parent, d).includes(node))
    const same = this.days[this.length - 1]?.get(node)?.parent === parent
    if (node === this.root || !this.mayChange(node, day) || !this.lives(parent, day) || circle || same) return false
    this.put(node, day, { parent })
    return true
  }

  close(node: string, taker: string | null, day: number): boolean {
    const orphans = this.from(day).some((d) => this.children([node], d).length > 0)
    if (!this.mayEnd([node], day) || (orphans && (taker === null || !this.mayTake(taker, [node], day)))) return false
    this.end([node], day, taker)
    return true
  }

  merge(nodes: readonly string[], into: string, day: number): boolean {
    if (!this.mayEnd(nodes, day) || nodes.includes(into) || !this.mayTake(into, nodes, day)) return false
    this.end(nodes, day, into)
    return true
  }

  mergeToNew(nodes: readonly string[], made: string, parent: string, day: number): boolean {
    if (nodes.length < 2 || !this.mayEnd(nodes, day) || !this.mayTake(parent, nodes, day)) return false
    this.put(made, day, { name: made, parent })
    this.end(nodes, day, made)
    return true
  }

  split(node: string, parts: readonly string[], heir: number | null, day: number): boolean {
    const orphans = this.from(day).some((d) => this.children([node], d).length > 0)
    if (!this.mayEnd([node], day) || (orphans && heir === null)) return false
    const parent = this.days[this.length - 1]?.get(node)?.parent ?? null
    for (const part of parts) this.put(part, day, { name: part, parent })
    this.end([node], day, heir === null ? null : (parts[heir] ?? null))
    return true
  }

  /** Posts have their node's name: one post a node. */
  appoint(id: string, post: string, person: string, from: number): boolean {
    const gone = this.days.findIndex((day, d) => d >= from && !day.has(post))
    const to = gone === -1 ? Number.POSITIVE_INFINITY : gone
    if (!this.days[from]?.has(post) || this.holdings.some((h) => h.post === post && h.from >= from && h.from < to)) return false
    this.holdings = [...this.holdings.map((h) => (h.post === post && h.from < from && h.to > from ? { ...h, to: from } : h)), { id, post, person, from, to }]
    return true
  }

  leave(id: string, on: number): boolean {
    const held = this.holdings.find((h) => h.id === id)
    if (!held || on <= held.from || on >= held.to) return false
    this.holdings = this.holdings.map((h) => (h.id === id ? { ...h, to: on } : h))
    return true
  }

  /** Who holds which post on the day. */
  holders(day: number): Map<string, string> {
    return new Map(this.holdings.filter((h) => h.from <= day && day < h.to).map((h) => [h.post, h.person]))
  }
}
