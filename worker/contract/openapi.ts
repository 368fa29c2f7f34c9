import { z } from 'zod'
import { endpoints, failure, streamEvents, type Endpoint } from './endpoint.ts'
import { CONTRACT_VERSION } from './vocabulary.ts'

const jsonSchema = (schema: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}

const json = (schema: z.ZodType, io: 'input' | 'output') => ({
  'application/json': { schema: jsonSchema(schema, io) },
})

function parametersOf({ path, query, auth }: Endpoint) {
  const inPath = [...path.matchAll(/\{(?<name>\w+)\}/g)].map((match) => ({
    name: match.groups?.['name'],
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  const inQuery = Object.entries(query?.shape ?? {}).map(([name, schema]) => ({
    name: name === 'filters' ? 'filter' : name,
    in: 'query',
    required: false,
    schema: jsonSchema(schema as z.ZodType, 'input'),
    ...(name === 'filters' ? { style: 'deepObject', explode: true } : {}),
  }))
  const key = { name: 'key', in: 'query', required: true, schema: { type: 'string' } }
  return [...inPath, ...(auth === 'public_key' ? [key] : []), ...inQuery.filter(({ name }) => name !== 'key')]
}

function operationOf(endpoint: Endpoint) {
  const { summary, auth, body, answer } = endpoint
  return {
    summary,
    parameters: parametersOf(endpoint),
    ...(body ? { requestBody: { required: true, content: json(body, 'input') } } : {}),
    ...(auth === 'secret_key'
      ? { security: [{ secretKey: [] }] }
      : auth === 'operator'
        ? { security: [{ operatorToken: [] }] }
        : {}),
    responses: {
      [answer.status]: {
        description: 'As asked',
        ...(answer.schema ? { content: json(answer.schema, 'output') } : {}),
      },
      default: {
        description: 'What happened, what stayed safe, what to do',
        content: json(failure, 'output'),
      },
    },
  }
}

/** The contract as OpenAPI 3.1, made from the very schemas that requests are parsed with. Pure. */
export function openapiDocument() {
  const byPath: Record<string, Record<string, unknown>> = {}
  for (const endpoint of endpoints) {
    byPath[endpoint.path] = { ...byPath[endpoint.path], [endpoint.method]: operationOf(endpoint) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Aisle', version: CONTRACT_VERSION },
    paths: byPath,
    components: {
      securitySchemes: {
        secretKey: { type: 'http', scheme: 'bearer' },
        operatorToken: { type: 'http', scheme: 'bearer' },
      },
      schemas: Object.fromEntries(
        Object.entries(streamEvents).map(([name, schema]) => [
          `stream_${name}`,
          jsonSchema(schema, 'output'),
        ]),
      ),
    },
  }
}
