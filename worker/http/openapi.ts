import { Hono } from 'hono'
import { openapiDocument } from '../contract/openapi.ts'
import type { AppEnv } from './context.ts'

export const openapiRoutes = new Hono<AppEnv>().get('/', (c) => c.json(openapiDocument()))
