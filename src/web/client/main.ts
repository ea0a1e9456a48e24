import { config } from '@hotwired/turbo'

// Turbo's progress bar writes a style element of its own, which the content security policy refuses: it never comes.
config.drive.progressBarDelay = 2 ** 31 - 1
