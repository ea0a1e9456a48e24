// Screens that watch a meeting, in a process of their own: each a socket that reads its stream, comes back when it is cut, and notes when it
// is told. Arguments: the stream's address, how many screens, and the words they wait for.
import http from 'node:http'

const [address = '', asked = '', words = ''] = process.argv.slice(2)
const screens = Number(asked)
const told = new Map<number, number>()
const cut = new Set<number>()
const requests = new Map<number, http.ClientRequest>()
let open = 0

const connect = (i: number, lastId: string): void => {
  let last = lastId
  const headers = { 'accept-language': 'sv', ...(last ? { 'last-event-id': last } : {}) }
  const request = http.get(address, { agent: false, headers }, (answer) => {
    if (!lastId && ++open === screens) process.send?.({ ready: true })
    let rest = ''
    answer.setEncoding('utf8')
    answer.on('data', (text: string) => {
      rest = (rest + text).slice(-40_000)
      last = /(?:^|\n)id: (\S+)\n(?![\s\S]*\nid: )/.exec(rest)?.[1] ?? last
      if (!rest.includes(words) || told.has(i)) return
      told.set(i, performance.timeOrigin + performance.now())
      if (told.size === screens) process.send?.({ told: [...told.values()], cut: cut.size })
    })
    answer.on('close', () => setTimeout(() => connect(i, last || 'none'), 500 + Math.random() * 1500))
  })
  request.on('error', () => {})
  requests.set(i, request)
}

for (let i = 0; i < screens; i++) setTimeout(() => connect(i, ''), i * 1.5)
process.on('message', ({ cutShare }: { readonly cutShare: number }) => {
  for (let i = 0; i < screens * cutShare; i++) {
    cut.add(i)
    requests.get(i)?.destroy()
  }
})
