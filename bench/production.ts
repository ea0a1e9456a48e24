/** React draws a page in a fraction of the time when it is not looking for mistakes. Loaded before everything else: --import. */
process.env['NODE_ENV'] ??= 'production'
