import { type ChildProcess, fork } from 'node:child_process'
import { granted, refused, type Verdict } from '../kernel/refusal.ts'
import type { Bundle } from './bundle.ts'
import type { Doc } from './doc.ts'
import type { Done, Job, Opening, Work } from './job.ts'
import { workerFile } from './place.ts'
import { words } from './words.ts'

/** A finished PDF. */
export interface Pdf {
  readonly bytes: Uint8Array
  readonly pages: number
}

export interface RendererOptions {
  /** The folder of the municipality's own templates, or null. */
  readonly own: string | null
  /** Milliseconds that a document may take. */
  readonly timeLimit?: number
  /** Bytes of memory that its process may take. */
  readonly memoryLimit?: number
}

/** Makes PDFs in a process of its own, one at a time in the order they were asked for. */
export interface Renderer {
  pdf(doc: Doc): Promise<Verdict<Pdf>>
  /** A summons with index, documents and attached PDFs as one file. When `gone` is aborted nobody waits for it: it is left, or never begun. `onOpened` is called for each file that has been opened. */
  bundle(bundle: Bundle, gone?: AbortSignal, onOpened?: () => void): Promise<Verdict<Pdf>>
  /** Ends the process; the next document starts a new one. */
  close(): Promise<void>
}

/** After so long without work the process ends, and its fonts leave the memory. */
const idle = 60_000

/**
 * Opens a renderer. Refused are templates that cannot be used, with file and line, and what takes too long or too much memory; a template that is
 * broken is never replaced by another. Throws what is a defect of ours.
 */
export const openRenderer = ({ own, timeLimit = 60_000, memoryLimit = 1.5e9 }: RendererOptions): Renderer => {
  let worker: ChildProcess | undefined
  let last: Promise<unknown> = Promise.resolve()
  let number = 0
  let resting: NodeJS.Timeout | undefined

  const stop = (): Promise<void> => {
    clearTimeout(resting)
    const ended = worker
    worker = undefined
    return new Promise((resolve) => {
      if (!ended || ended.exitCode !== null || ended.signalCode !== null) return resolve()
      ended.ref()
      ended.once('exit', () => resolve())
      ended.kill('SIGKILL')
    })
  }

  const ask = (work: Work, gone?: AbortSignal, onOpened: () => void = () => {}): Promise<Done | Ended> =>
    new Promise((resolve, reject) => {
      if (gone?.aborted) return resolve('left')
      clearTimeout(resting)
      const id = ++number
      // Binary as it is, and nothing of this process's own way of running: the tests' loaders are no business of its.
      const child = (worker ??= fork(workerFile, { serialization: 'advanced', execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] }))
      hold(child, true)
      const finish = (settle: () => void): void => {
        clearTimeout(limit)
        gone?.removeEventListener('abort', onGone)
        child.off('message', onMessage).off('error', onError).off('exit', onExit)
        hold(child, false)
        settle()
      }
      let opening = ''
      const onMessage = (message: unknown): void => {
        const done = message as Done | Opening
        if ('opening' in done) {
          if (opening !== '') onOpened()
          opening = done.opening
          return
        }
        finish(() => resolve(done))
        resting = setTimeout(() => void stop(), idle).unref()
      }
      const onError = (error: Error): void => {
        worker = undefined
        finish(() => reject(error))
      }
      const onExit = (_code: number | null, signal: NodeJS.Signals | null): void => {
        // By itself or by the machine for its memory, or by the engine for its heap; anything else is a defect.
        if (signal !== 'SIGKILL' && signal !== 'SIGABRT') return onError(new Error('the process that sets documents ended'))
        worker = undefined
        finish(() => resolve({ filled: opening }))
      }
      const end = (why: 'slow' | 'left'): void => {
        finish(() => {})
        void stop().then(() => resolve(why), reject)
      }
      const onGone = (): void => end('left')
      const limit = setTimeout(() => end('slow'), timeLimit)
      gone?.addEventListener('abort', onGone, { once: true })
      child.on('message', onMessage).on('error', onError).on('exit', onExit)
      child.send({ id, work, own, memory: memoryLimit } satisfies Job)
    })

  const render = (work: Work, gone?: AbortSignal, onOpened?: () => void): Promise<Verdict<Pdf>> => {
    const mine = last.then(() => ask(work, gone, onOpened)).then((done) => verdictOf(done, timeLimit))
    last = mine.catch(() => {})
    return mine
  }
  return { pdf: (doc) => render({ kind: 'doc', doc }), bundle: (bundle, gone, onOpened) => render({ kind: 'bundle', bundle }, gone, onOpened), close: stop }
}

/** An open process keeps the program running while it works, and not while it rests. */
const hold = (child: ChildProcess, working: boolean): void => {
  if (working) {
    child.ref()
    child.channel?.ref()
  } else {
    child.unref()
    child.channel?.unref()
  }
}

/** How else it may end: it took too long, nobody waited, or it filled the memory, opening this file ('' when it was opening none). */
type Ended = 'slow' | 'left' | { readonly filled: string }

const verdictOf = (done: Done | Ended, timeLimit: number): Verdict<Pdf> => {
  if (done === 'slow') return refused({ code: 'document.slow', text: words.tooSlow(timeLimit / 1000), mend: words.tooSlowMend })
  if (done === 'left') return refused({ code: 'document.left', text: words.left })
  if ('filled' in done)
    return refused({ code: 'document.memory', text: words.tooMuchMemory(done.filled), mend: done.filled ? words.fileMend : words.tooSlowMend })
  if ('folder' in done) return refused({ code: 'document.folder', text: words.noFolder(done.folder), mend: words.templateMend })
  if ('trouble' in done) {
    return refused(...done.trouble.map((t) => ({ code: 'document.template', text: words.template(t.file, t.line, t.message), mend: words.templateMend })))
  }
  return granted({ bytes: done.pdf, pages: done.pages })
}

let [shared, bundler]: (Renderer | undefined)[] = []
/** The renderer of this process, with the templates of GENOMSLAG_TEMPLATES where that names a folder. */
export const theRenderer = (): Renderer => (shared ??= openRenderer({ own: process.env['GENOMSLAG_TEMPLATES'] || null }))

/** Another, for bundles: two hundred cases with a thousand pages take a while, and no letter or minutes wait behind them. */
export const theBundler = (): Renderer => (bundler ??= openRenderer({ own: process.env['GENOMSLAG_TEMPLATES'] || null, timeLimit: 600_000, memoryLimit: 3e9 }))
