import fc from 'fast-check'

// Everyone who runs the check tries the same random cases, so that what fails for one fails for all. GENOMSLAG_SEED tries others.
const told = process.env['GENOMSLAG_SEED']
fc.configureGlobal({ seed: told === undefined ? 20220517 : Number(told) })
