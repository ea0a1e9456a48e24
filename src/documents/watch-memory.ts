// A thread beside the one that sets documents: that one’s own clock stands still while it opens or sets a file. A file of some kilobytes can
// unpack to more than any machine holds, so the process is ended before the memory of the machine is.
import { workerData } from 'node:worker_threads'

const { most } = workerData as { readonly most: number }
setInterval(() => {
  if (process.memoryUsage.rss() > most) process.kill(process.pid, 'SIGKILL')
}, 25)
