import { expect, it } from 'vitest'
import { RememberedAnswers } from '../../../worker/metering/remembered-answers.ts'

const answer = (text: string) => ({ text, model: 'm' })

it('gives an answer until its time is over', () => {
  const answers = new RememberedAnswers()
  answers.keep('a', answer('1'), 100)
  expect(answers.find('a', 99)?.text).toBe('1')
  expect(answers.find('a', 100)).toBeUndefined()
  expect(answers.find('a', 99)).toBeUndefined()
})

it('forgets what was not asked for longest', () => {
  const answers = new RememberedAnswers()
  for (let n = 0; n < 2_000; n++) answers.keep(`k${n}`, answer('x'), 100)
  answers.find('k0', 1)
  answers.keep('one more', answer('x'), 100)
  expect(answers.find('k0', 1)).toBeDefined()
  expect(answers.find('k1', 1)).toBeUndefined()
})

it('does not hold what is no answer to our questions', () => {
  const answers = new RememberedAnswers()
  answers.keep('a', answer('x'.repeat(10_000)), 100)
  expect(answers.find('a', 1)).toBeUndefined()
})
