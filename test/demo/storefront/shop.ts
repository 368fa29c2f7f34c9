/** What differs between the two demo shops besides their goods. */
import type { DemoLanguage } from '../catalogue.ts'
import type { Words } from './words-en.ts'
import { en } from './words-en.ts'
import { ko } from './words-ko.ts'

export interface Shop {
  readonly language: DemoLanguage
  readonly name: string
  readonly words: Words
  /** An amount in major units as the shop writes it. */
  readonly money: (amount: number) => string
  readonly date: (day: string) => string
  /** Orders from here on are delivered free; below, delivery costs `deliveryFee`. Major units. */
  readonly freeDeliveryFrom: number
  readonly deliveryFee: number
}

const dollars = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' })
const won = new Intl.NumberFormat('ko-KR')
const englishDay = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' })

export const shops: Readonly<Record<DemoLanguage, Shop>> = {
  ko: {
    language: 'ko',
    name: '온담',
    words: ko,
    money: (amount) => `${won.format(amount)}원`,
    date: (day) => day.replaceAll('-', '.'),
    freeDeliveryFrom: 50_000,
    deliveryFee: 3000,
  },
  en: {
    language: 'en',
    name: 'Harbour & Pine',
    words: en,
    money: (amount) => dollars.format(amount),
    date: (day) => englishDay.format(new Date(`${day}T00:00:00Z`)),
    freeDeliveryFrom: 60,
    deliveryFee: 5.95,
  },
}
