/** The part of JSON Schema that the rules' shapes use. */
export interface JsonSchema {
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: JsonSchema | boolean
  readonly items?: JsonSchema
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
  readonly minimum?: number
  readonly maximum?: number
  readonly minItems?: number
  readonly format?: string
  readonly pattern?: string
  readonly description?: string
}

/** Days and times have kept their pattern, whatever a field says of itself. */
export const isDaySchema = ({ pattern = '' }: JsonSchema): boolean => pattern.startsWith('^(19')
/** Is it the schema of a time ('HH:MM', or ISO 8601)? */
export const isTimeSchema = ({ pattern = '' }: JsonSchema): boolean => pattern.startsWith('^((19')

const bounds = ({ minimum, maximum }: JsonSchema): string => {
  const from = minimum !== undefined && minimum > Number.MIN_SAFE_INTEGER ? minimum : null
  const to = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER ? maximum : null
  if (from !== null && to !== null) return ` ${from}–${to}`
  return from === null ? '' : ` ≥ ${from}`
}

const single = (schema: JsonSchema): string => {
  if (schema.enum) return schema.enum.map((v) => JSON.stringify(v)).join(' | ')
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.type === 'integer') return `integer${bounds(schema)}`
  if (schema.type === 'string') return isDaySchema(schema) ? 'day' : isTimeSchema(schema) ? 'time' : 'string'
  return typeof schema.type === 'string' ? schema.type : (schema.type ?? ['any']).join(' | ')
}

/** A shape written for reading: like TypeScript, with what each field means as a comment. */
export const shapeWords = (schema: JsonSchema, indent = ''): string => {
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return choices.map((choice) => shapeWords(choice, indent)).join(' | ')
  if (schema.type === 'array') {
    const of = shapeWords(schema.items ?? {}, indent)
    return of.includes(' | ') ? `(${of})[]` : `${of}[]`
  }
  if (schema.type === 'object' && schema.properties) {
    const inner = `${indent}  `
    const lines = Object.entries(schema.properties).map(([name, field]) => {
      const told = field.description && !/^(HH:MM|YYYY)/.test(field.description) ? `  // ${field.description}` : ''
      return `${inner}${name}${schema.required?.includes(name) ? '' : '?'}: ${shapeWords(field, inner)}${told}`
    })
    return lines.length === 0 ? '{}' : `{\n${lines.join('\n')}\n${indent}}`
  }
  if (schema.type === 'object' && typeof schema.additionalProperties === 'object') return `{ [name]: ${shapeWords(schema.additionalProperties, indent)} }`
  return single(schema)
}
