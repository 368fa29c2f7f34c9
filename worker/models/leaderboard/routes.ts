import { Hono } from 'hono'
import { gradesRequest, leaderboardRequest } from '../../contract/leaderboard.ts'
import { LEADERBOARD, TUNING } from '../../contract/vocabulary.ts'
import type { AppEnv } from '../../http/context.ts'
import { readJson } from '../../http/read-json.ts'
import { respondError } from '../../http/respond.ts'
import { shopAuth } from '../../http/shop-auth.ts'
import { describeGate } from '../describe-gate.ts'
import { contendersOf } from './contenders.ts'
import { describeLeaderboard } from './describe-leaderboard.ts'
import { judgedQueries } from './judged-queries.ts'

export const gradeRoutes = new Hono<AppEnv>()
  .use(shopAuth)
  .get('/', async (c) => c.json(await c.var.services.leaderboard.grades(c.var.shop.id)))
  .put('/', async (c) => {
    const body = await readJson(c, gradesRequest, TUNING.listBytes)
    if (!body.ok) {
      const { code, field, message } = body.error
      const isListed = code === 'bad_request' && field !== undefined
      return respondError(
        c,
        isListed ? { code: 'unprocessable', field, message: `${message} Nothing was saved.` } : body.error,
      )
    }
    const { services, shop } = c.var
    const { grades, if_version: ifVersion } = body.value
    const saved = await services.leaderboard.saveGrades(shop.id, grades, ifVersion)
    if (saved.ok) return c.json(saved.value)
    return respondError(c, {
      code: 'conflict',
      field: 'if_version',
      message: `The grades were changed meanwhile and are now version ${saved.error.version}. Nothing was saved: load them again, then repeat your change.`,
    })
  })

export const leaderboardRoutes = new Hono<AppEnv>()
  .use(shopAuth)
  .get('/', async (c) => {
    const { services, shop, arrivedAt } = c.var
    const state = await services.leaderboard.read(shop.id)
    return c.json(describeLeaderboard(state, describeGate(services, shop), arrivedAt))
  })
  .delete('/', async (c) => {
    const { services, shop, arrivedAt } = c.var
    await services.leaderboard.forget(shop.id)
    return c.json(describeLeaderboard(null, describeGate(services, shop), arrivedAt))
  })
  .post('/', async (c) => {
    const body = await readJson(c, leaderboardRequest)
    if (!body.ok) return respondError(c, body.error)
    const { services, shop, arrivedAt } = c.var
    const contenders = contendersOf(services, shop, body.value.endpoints, body.value.cards)
    if (!contenders.ok) {
      const { endpoint } = contenders.error
      return respondError(
        c,
        endpoint === undefined
          ? { code: 'conflict', message: 'No language model may be asked: add an endpoint first.' }
          : {
              code: 'unprocessable',
              field: 'endpoints',
              message: `"${endpoint}" cannot put results in order: there is no such endpoint, it serves vectors only, or processing forbids it.`,
            },
      )
    }
    const { grades } = await services.leaderboard.grades(shop.id)
    const queries = judgedQueries(grades, body.value.queries)
    if (queries.length === 0) {
      return respondError(c, {
        code: 'conflict',
        message: `There are no judged queries to compare on: save grades first, at least one above 0 for a query, at most ${LEADERBOARD.grades} in all.`,
      })
    }
    await services.leaderboard.begin(shop.id, {
      run: crypto.randomUUID(),
      queries,
      contenders: contenders.value,
      now: arrivedAt,
    })
    const state = await services.leaderboard.read(shop.id)
    return c.json(describeLeaderboard(state, describeGate(services, shop), arrivedAt), 202)
  })
