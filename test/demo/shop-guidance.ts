import type { ContentLink } from '../../worker/contract/shops.ts'
import type { RulesRequest } from '../../worker/contract/tuning.ts'
import type { DemoLanguage } from './catalogue.ts'

/** What a demo shop's owner would have set so that searches lead further than to products. */
export interface Guidance {
  readonly content_links: ContentLink[]
  /** Queries shown before anything is typed: a shop without visits has none of its own. */
  readonly popular: readonly string[]
  readonly rules: RulesRequest['rules']
}

/** Pages, popular queries and rules of both demo shops; links are of the demo stores. */
export const guidance: Readonly<Record<DemoLanguage, Guidance>> = {
  ko: {
    content_links: [
      { kind: 'order', title: '주문·배송 조회', link: '/ko/help' },
      { kind: 'policy', title: '배송 안내', link: '/ko/help' },
      { kind: 'policy', title: '교환·반품 안내', link: '/ko/help' },
    ],
    popular: [
      '비 오는 날 신을 신발',
      '집들이 선물',
      '하객룩 원피스',
      '가벼운 출근 가방',
      '캠핑 의자',
      '수면 양말',
    ],
    rules: [
      {
        name: '선물 포장 띠',
        enabled: true,
        when: { query: { match: 'contains', words: ['선물'] } },
        then: [
          {
            do: 'banner',
            title: '선물 포장은 무료예요',
            text: '장바구니에서 포장과 손글씨 카드를 골라 주세요.',
            link: '/ko/help',
            image_link: '/art/parcel-c9995c-7a4332-f4e3b8.svg',
          },
        ],
      },
      {
        name: '고객센터로 안내',
        enabled: true,
        when: { query: { match: 'is', words: ['고객센터'] } },
        then: [{ do: 'redirect', link: '/ko/help' }],
      },
    ],
  },
  en: {
    content_links: [
      { kind: 'order', title: 'Track an order', link: '/en/help' },
      { kind: 'policy', title: 'Delivery', link: '/en/help' },
      { kind: 'policy', title: 'Returns and exchanges', link: '/en/help' },
    ],
    popular: [
      'gifts under $40',
      'rain boots',
      'linen dress',
      'camping chair',
      'wool socks',
      'coffee grinder',
    ],
    rules: [
      {
        name: 'Gift wrapping strip',
        enabled: true,
        when: { query: { match: 'contains', words: ['gift', 'gifts', 'present'] } },
        then: [
          {
            do: 'banner',
            title: 'Gift wrapping is free',
            text: 'Choose paper and a handwritten card in your cart.',
            link: '/en/help',
            image_link: '/art/parcel-c9995c-7a4332-f4e3b8.svg',
          },
        ],
      },
      {
        name: 'Customer service',
        enabled: true,
        when: { query: { match: 'is', words: ['customer service'] } },
        then: [{ do: 'redirect', link: '/en/help' }],
      },
    ],
  },
}
